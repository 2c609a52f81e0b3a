/* Lämna sidan snabbt. Behaviour after GOV.UK Frontend's "Exit this page" (MIT): the link alone works without this script, which
   covers the page at once, takes it out of the history's last place, and listens for Shift three times. Stores nothing. */
(function () {
  "use strict";
  var link = document.querySelector(".exit");
  if (!link) { return; }
  var told = document.querySelector(".exit-told");
  var WAIT = 5000, presses = 0, alone = false, timer;

  function leave(event) {
    if (event) { event.preventDefault(); }
    var cover = document.createElement("div");
    cover.className = "leaving";
    cover.setAttribute("role", "alert");
    cover.textContent = link.dataset.leaving;
    document.body.append(cover);
    location.replace(navigator.onLine === false ? link.dataset.offline : link.href);
  }

  function reset(message) {
    clearTimeout(timer);
    presses = 0;
    told.textContent = message || "";
  }

  function press() {
    presses += 1;
    clearTimeout(timer);
    if (presses === 3) { reset(); leave(); return; }
    told.textContent = presses === 1 ? link.dataset.two : link.dataset.one;
    timer = setTimeout(function () {
      reset(link.dataset.reset);
      timer = setTimeout(reset, WAIT);
    }, WAIT);
  }

  document.addEventListener("click", function (event) {
    if (event.target.closest(".exit, .exit-skip")) { leave(event); }
  });
  document.addEventListener("keydown", function (event) {
    alone = event.key === "Shift" && (alone || !event.repeat);
    if (event.key !== "Shift" && presses) { reset(); }
  });
  document.addEventListener("keyup", function (event) {
    if (event.key === "Shift" && alone) { press(); }
    alone = false;
  });
  addEventListener("pageshow", function (event) {
    if (!event.persisted) { return; }
    document.querySelectorAll(".leaving").forEach(function (cover) { cover.remove(); });
    reset();
  });
  link.querySelector(".key").hidden = !matchMedia("(hover: hover)").matches;
})();
