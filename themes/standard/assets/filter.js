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

  function made(tag, name, parts) {
    var element = document.createElement(tag);
    element.className = name;
    element.append.apply(element, parts);
    return element;
  }

  // A choice of the page as a box with its words; a link among them is words too.
  function choice(item, facet) {
    var input = document.createElement("input"), words = item.cloneNode(true), link = words.querySelector("a");
    input.type = "checkbox";
    input.name = facet;
    input.value = item.dataset.value;
    input.dataset.code = item.dataset.code;
    if (link) link.replaceWith.apply(link, Array.prototype.slice.call(link.childNodes));
    return made("label", "", [input, made("span", "", Array.prototype.slice.call(words.childNodes))]);
  }

  // The choices of one sort, closed at first.
  function facet(list) {
    var choices = Array.prototype.map.call(list.children, function (item) { return choice(item, list.dataset.facet); });
    var field = made("fieldset", "", [made("legend", "vh", [list.dataset.legend])].concat(choices));
    return made("details", "facet", [made("summary", "", [list.dataset.legend]), field]);
  }

  document.querySelectorAll("[data-facet]").forEach(function (list) {
    form.querySelector(".facets").append(facet(list));
    if (form.contains(list)) list.remove();
  });

  function chosen() {
    var found = {};
    form.querySelectorAll("input:checked").forEach(function (input) {
      (found[input.name] = found[input.name] || []).push(input);
    });
    return found;
  }

  function fits(entry, choices) {
    return Object.keys(choices).every(function (facet) {
      if (facet === "oppet") return openNow(entry.open);
      return choices[facet].some(function (input) { return entry.choices.indexOf(" " + input.dataset.code + " ") >= 0; });
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
      choices[facet].forEach(function (input) { parts.push(facet + "=" + encodeURIComponent(input.value)); });
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
