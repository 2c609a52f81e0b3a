// Adds to the form: findings while somebody types, and a question before what is typed is left behind.
// Everything works without it.
(function () {
  "use strict";
  var form = document.getElementById("formular");
  if (!form) return;
  var message = document.getElementById("besked");
  if (message) message.focus();
  var dirty = message !== null && !message.classList.contains("good");
  var sent = false;
  form.addEventListener("input", function () { dirty = true; });
  form.addEventListener("submit", function () { sent = true; });
  window.addEventListener("beforeunload", function (event) {
    if (dirty && !sent) event.preventDefault();
  });
  function open(target) {
    for (var one = target; one; one = one.parentElement) {
      if (one.tagName === "DETAILS") one.open = true;
    }
  }
  form.addEventListener("click", function (event) {
    var link = event.target.closest('a[href^="#"]');
    if (link) open(document.getElementById(decodeURIComponent(link.hash.slice(1))));
  });
  var address = form.dataset.probe;
  if (!address || !window.fetch) return;

  var timer = 0;
  var asked = 0;
  var state = document.getElementById("laget");

  function line(note) {
    var p = document.createElement("p");
    var strong = document.createElement("strong");
    strong.textContent = form.dataset[note.stops ? "stops" : note.weight] || "";
    p.className = "note note-" + note.weight;
    p.append(strong, " " + note.text + " ");
    var mend = document.createElement("span");
    mend.className = "mend";
    mend.textContent = note.hint;
    p.append(mend);
    return p;
  }

  function place(name) {
    var steps = name.split(".");
    for (var n = steps.length; n > 0; n -= 1) {
      var found = form.querySelector('[data-notes="' + CSS.escape(steps.slice(0, n).join(".")) + '"]');
      if (found) return found;
    }
    return name.indexOf("offers") === 0 ? null : form.querySelector('[data-notes=""]');
  }

  function show(notes) {
    form.querySelectorAll("[data-notes]").forEach(function (box) { box.replaceChildren(); });
    var count = 0;
    notes.forEach(function (note) {
      var box = place(note.name);
      if (box) { box.append(line(note)); count += 1; }
    });
    var text = count ? form.dataset.many + " " + count : form.dataset.none;
    if (state && state.textContent !== text) state.textContent = text;
  }

  function probe() {
    asked += 1;
    var mine = asked;
    fetch(address, { method: "POST", body: new URLSearchParams(new FormData(form)) })
      .then(function (answer) { return answer.ok ? answer.json() : { notes: null }; })
      .then(function (said) { if (mine === asked && said.notes) show(said.notes); })
      .catch(function () { /* the server is away for a moment: the form works on */ });
  }

  form.addEventListener("input", function () {
    window.clearTimeout(timer);
    timer = window.setTimeout(probe, 600);
  });
})();
