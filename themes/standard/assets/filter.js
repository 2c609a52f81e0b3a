// A filter for a list of offers. What is chosen stands in the address after #, so that it can be shared and is there
// when the reader comes back from an offer; it is stored nowhere else, and leaves one entry in the browser's history.
(function () {
  "use strict";
  var box = document.querySelector("[data-filter]");
  if (!box) return;
  var form = box.querySelector("form"), status = document.querySelector("[data-filter-status]");
  var openNow = window.sitegenOpenNow && window.sitegenOpenNow();
  var items = Array.prototype.map.call(document.querySelectorAll("[data-choices]"), function (item) {
    return { item: item, choices: " " + item.dataset.choices + " ", open: item.dataset.open || "" };
  });

  function chosen() {
    var found = {};
    form.querySelectorAll("input:checked").forEach(function (input) {
      (found[input.name] = found[input.name] || []).push(input.value);
    });
    return found;
  }

  function fits(entry, choices) {
    return Object.keys(choices).every(function (facet) {
      if (facet === "oppet") return openNow(entry.open);
      return choices[facet].some(function (value) { return entry.choices.indexOf(" " + facet + ":" + value + " ") >= 0; });
    });
  }

  function show(choices) {
    var shown = 0;
    items.forEach(function (entry) {
      var fit = fits(entry, choices);
      if (entry.item.hidden === fit) entry.item.hidden = !fit;
      shown += fit;
    });
    // A group whose offers are all hidden needs no heading.
    document.querySelectorAll(".cards, .rows").forEach(function (list) {
      var heading = list.previousElementSibling, empty = !list.querySelector("[data-choices]:not([hidden])");
      if (!list.querySelector("[data-choices]")) return;
      list.hidden = empty;
      if (heading && heading.hasAttribute("data-group")) heading.hidden = empty;
    });
    var words = form.dataset.words.replace("{shown}", shown).replace("{all}", items.length);
    var text = shown === items.length ? form.dataset.all : shown ? words : form.dataset.none;
    if (status.textContent !== text) status.textContent = text;
  }

  // Other fragments, such as the skip link's, say nothing of the filter.
  function read() {
    var parts = location.hash.slice(1).split("&").filter(function (part) { return part.indexOf("=") > 0; });
    if (!parts.length && location.hash.length > 1) return;
    var wanted = parts.map(decodeURIComponent);
    form.querySelectorAll("input").forEach(function (input) {
      input.checked = wanted.indexOf(input.name + "=" + input.value) >= 0;
    });
    if (wanted.length) box.open = true;
    form.querySelectorAll("details").forEach(function (facet) {
      if (facet.querySelector("input:checked")) facet.open = true;
    });
    show(chosen());
  }

  function write(choices) {
    var parts = [];
    Object.keys(choices).forEach(function (facet) {
      choices[facet].forEach(function (value) { parts.push(facet + "=" + encodeURIComponent(value)); });
    });
    history.replaceState(null, "", "#" + parts.join("&"));
  }

  function change() {
    var choices = chosen();
    show(choices);
    write(choices);
  }

  form.addEventListener("change", change);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    box.open = false;
    status.focus();
  });
  form.addEventListener("reset", function () { setTimeout(change); });
  window.addEventListener("hashchange", read);
  box.hidden = false;
  if (openNow) form.querySelectorAll("[data-opening-choice]").forEach(function (part) { part.hidden = false; });
  document.querySelectorAll("[data-without-script]").forEach(function (part) { part.hidden = true; });
  read();
})();
