/* The search field: a combobox by the ARIA authoring practices, and the list of results on the search page.
   Engine, look and index, which has the texts too, are fetched when the field is first used. Nothing that is typed is stored
   or sent; it stands after # in the address of the search page, which no server sees. */
(function () {
  "use strict";

  const SHOWN = 8, QUIET = 600; // suggestions; milliseconds before their number is read out
  const STATES = { d: "direct", e: "decision", b: "both", u: "unstated" };
  const box = document.querySelector("[data-search]");
  if (!box) return;
  const find = (selector) => box.querySelector(selector);
  const input = find("input"), list = find("[role=listbox]"), status = find("[role=status]");
  const results = document.querySelector("[data-results]"), SVG = "http://www.w3.org/2000/svg";
  let engine, say, loading, active = -1, timer, asked = 0;

  /* What stands in for the search without the script. */
  function instead(shown) {
    document.querySelectorAll("[data-without-script]").forEach((made) => { made.hidden = !shown; });
  }

  instead(false);
  find("[data-with-script]").hidden = false;

  function fetched(tag, properties) {
    return new Promise((done, failed) => {
      document.head.append(Object.assign(document.createElement(tag), properties, { onload: done, onerror: failed }));
    });
  }

  function load() {
    loading = loading || Promise.all([
      fetched("script", { src: box.dataset.engine }),
      fetched("script", { src: box.dataset.index }),
      fetched("link", { rel: "stylesheet", href: box.dataset.look }),
    ]).then(() => {
      engine = window.sitegenSearch(window.sitegenSearchIndex);
      say = window.sitegenSearchIndex.say;
    });
    return loading;
  }

  function failed() {
    loading = undefined;
    status.textContent = box.dataset.failed;
    status.classList.remove("vh");
    instead(true);
  }

  /* "7 träffar": the index has the words for a few numbers, one for each plural of its language. */
  function countText(count) {
    if (say.counts[count]) return say.counts[count];
    const plural = new Intl.PluralRules(document.documentElement.lang);
    const like = Object.keys(say.counts).findLast((number) => plural.select(number) === plural.select(count));
    return say.counts[like].replace(like, count);
  }

  function part(tag, name, content) {
    const made = document.createElement(tag);
    made.className = name;
    made.append(...content);
    return made;
  }

  const comma = () => part("span", "vh", [say.comma]);

  /* A text with what of it is Swedish marked; `turns` are the places where it turns to Swedish and back. */
  function marked(words, turns = []) {
    return [0, ...turns].map((start, turn) => {
      const piece = words.slice(start, turns[turn]);
      if (turn % 2 === 0) return piece;
      return Object.assign(part("span", "", [piece]), { lang: "sv", dir: "ltr" });
    });
  }

  /* What tells one result from another: its name, who performs it, and its access route or what sort of page it is. */
  function label(hit) {
    const by = hit.by && hit.by !== hit.title ? [comma(), part("span", "by", marked(hit.by, hit.swedish.by))] : [];
    return [part("span", "name", marked(hit.title, hit.swedish.title)), ...by];
  }

  function sort(hit) {
    const state = hit.kind !== "l" && STATES[hit.state];
    if (!state) return part("span", "sort", [say[hit.kind]]);
    const sign = document.createElementNS(SVG, "svg"), use = document.createElementNS(SVG, "use");
    sign.setAttribute("class", `sign sign-${state}`);
    sign.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `#sign-${state}`);
    sign.append(use);
    return part("span", `sort sort-${state}`, [sign, " ", say[state]]);
  }

  function option(content, act) {
    const made = document.createElement("li");
    made.id = `sok-${list.children.length}`;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    made.append(...content);
    made.act = act;
    list.append(made);
  }

  const go = (page) => { close(); location.href = box.dataset.top + page; };
  const address = (query) => `#q=${encodeURIComponent(query)}`;

  function showAll(query) {
    close();
    if (results) location.hash === address(query) ? showResults(query) : location.replace(address(query));
    else location.href = box.dataset.page + address(query);
  }

  function suggest() {
    const query = input.value.trim(), turn = ++asked;
    if (!query) return close();
    load().then(() => {
      if (turn !== asked || document.activeElement !== input) return;
      const hits = engine.search(query);
      list.replaceChildren();
      hits.slice(0, SHOWN).forEach((hit) => option([...label(hit), comma(), sort(hit)], () => go(hit.page)));
      if (hits.length > SHOWN) option([`${say.all} (${hits.length})`], () => showAll(query));
      if (!hits.length) {
        const meant = engine.suggest(query);
        if (meant) option(meaning(part("strong", "", [meant])), () => { input.value = meant; suggest(); });
        option([say.none, " ", say.ask], () => showAll(query));
      }
      open();
      tell(hits.length ? countText(hits.length) : say.none);
    }, failed);
  }

  /* "Did you mean this?", with the word as an element in its place. */
  function meaning(word) {
    const [before, after] = say.meant.split("{word}");
    return [before, word, after];
  }

  function tell(words) {
    clearTimeout(timer);
    timer = setTimeout(() => { status.textContent = words; }, QUIET);
  }

  function open() {
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    choose(-1);
  }

  function close() {
    asked++;
    clearTimeout(timer);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  /* Mark one of the suggestions, or none of them. */
  function choose(place) {
    if (list.children[active]) list.children[active].setAttribute("aria-selected", "false");
    active = place;
    const chosen = list.children[active];
    if (!chosen) return input.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  }

  function move(step) {
    if (list.hidden) return suggest();
    const places = list.children.length + 1; // the field itself is a place too
    choose(((active + 1 + step + places) % places) - 1);
  }

  const KEYS = {
    ArrowDown: (event) => { event.preventDefault(); move(1); },
    ArrowUp: (event) => { event.preventDefault(); event.altKey ? close() : move(-1); },
    Home: () => choose(-1),
    End: () => choose(-1),
    Tab: close,
    Escape(event) {
      event.preventDefault();
      if (list.hidden) input.value = "";
      close();
    },
    Enter(event) {
      event.preventDefault();
      const query = input.value.trim();
      if (!list.hidden && list.children[active]) list.children[active].act();
      else if (query) showAll(query);
    },
  };

  input.addEventListener("focus", () => load().catch(failed));
  input.addEventListener("input", suggest);
  input.addEventListener("keydown", (event) => { if (!event.isComposing && KEYS[event.key]) KEYS[event.key](event); });
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const chosen = event.target.closest("[role=option]");
    if (chosen) chosen.act();
  });
  find("button").addEventListener("click", () => { input.value.trim() ? showAll(input.value.trim()) : input.focus(); });

  /* The search page. */
  function card(hit) {
    const link = document.createElement("a");
    link.href = box.dataset.top + hit.page;
    link.append(...label(hit));
    const about = hit.about ? [part("p", "summary", marked(hit.about, hit.swedish.about))] : [];
    return part("li", "card", [part("h3", "", [link]), part("p", "sort", [sort(hit)]), ...about]);
  }

  function showResults(query) {
    load().then(() => {
      const hits = engine.search(query), meant = hits.length ? "" : engine.suggest(query);
      const heading = results.querySelector("h2"), did = results.querySelector("[data-meant]");
      heading.textContent = hits.length ? countText(hits.length) : say.none;
      did.hidden = !meant;
      if (meant) {
        const link = document.createElement("a");
        link.href = address(meant);
        link.append(meant);
        did.replaceChildren(...meaning(link));
      }
      results.querySelector("ul").replaceChildren(...hits.map(card));
      results.hidden = false;
      tell(heading.textContent);
    }, failed);
  }

  function readAddress() {
    if (!location.hash.startsWith("#q=")) return;
    let query;
    try { query = decodeURIComponent(location.hash.slice(3)); } catch { return; }
    input.value = query;
    if (query.trim()) showResults(query.trim());
  }

  if (results) {
    window.addEventListener("hashchange", readAddress);
    readAddress();
  }
})();
