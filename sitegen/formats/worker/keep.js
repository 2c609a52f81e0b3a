/* Keeps the whole of a municipality's site for use without a network.

   All pages are kept alike, so what is kept tells nobody what was read. Every file is checked against its hash in the
   build's own list, and a version is used when it is whole and not before; then it takes over at once. That mixes
   nothing, since a page gets its parts from the version that it came from itself, however long it stays open: PINS
   remembers the version of each open window, by the random number that the browser has given the window.

   Pages come from the network when it answers in time, else from the copy, which then says how old it is. */
"use strict";

const VERSION = "%VERSION%";
const LIST = "offline.json";
const PREFIX = `sitegen ${self.registration.scope} `;
const COPY = PREFIX + VERSION;
const PINS = `${PREFIX}pins`;
const NETWORK = "network"; // the version of a page that is newer than the copy
const PATIENCE = 2500; // milliseconds to wait for a page
const HURRY = 400; // the same for a while after the network has been slow
const SLOW_FOR = 30000;
const AT_ONCE = 6; // downloads side by side
const OPENING = 5000; // longer than a window takes to open

let slowUntil = 0;
let list = null;

self.addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(request.mode === "navigate" ? page(event) : part(event));
});

/* --- filling ------------------------------------------------------------------------------------------------------ */

/* Keep every file of this version. What a broken attempt has kept is used; the list is put last: it says "whole". */
async function fill() {
  const response = await fetch(new URL(LIST, self.registration.scope), { cache: "no-store" });
  const wanted = await response.json();
  if (wanted.version !== VERSION) throw new Error("the site is being changed");
  const copy = await caches.open(COPY);
  const kept = new Set((await copy.keys()).map((request) => request.url));
  const earlier = await earlierCopies();
  const rest = Object.entries(wanted.files).filter(([path]) => !kept.has(address(path)));
  const take = async () => {
    for (let next = rest.pop(); next; next = rest.pop()) await keep(copy, earlier, ...next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  await copy.put(address(LIST), new Response(JSON.stringify(wanted)));
}

async function keep(copy, earlier, path, hash) {
  for (const { cache, files } of earlier) {
    const same = files[path] === hash && (await cache.match(address(path)));
    if (same) return copy.put(address(path), same);
  }
  // A server that counts time in seconds may say "not changed" of a file that was written twice in one: ask again.
  for (const cache of ["no-cache", "reload"]) {
    const response = await fetch(address(path), { cache });
    const bytes = await response.arrayBuffer();
    if (response.ok && (await digest(bytes)) === hash) {
      const type = response.headers.get("Content-Type") ?? "application/octet-stream";
      return copy.put(address(path), new Response(bytes, { headers: { "Content-Type": type } }));
    }
  }
  throw new Error(`not of this version: ${path}`);
}

/* Whole copies of earlier versions, with what they hold: a file that has not changed is not fetched again. */
async function earlierCopies() {
  const found = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === COPY || name === PINS) continue;
    const cache = await caches.open(name);
    const listed = await cache.match(address(LIST));
    if (listed) found.push({ cache, files: (await listed.json()).files });
  }
  return found;
}

/* Drop every copy but this one and those that an open window still uses; not while a newer worker is making its own. */
async function tidy() {
  const used = new Set([COPY, PINS, ...(await livePins()).map((version) => PREFIX + version)]);
  const rest = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && !used.has(name));
  if (self.registration.installing || self.registration.waiting) return;
  await Promise.all(rest.map((name) => caches.delete(name)));
}

/* --- answering ---------------------------------------------------------------------------------------------------- */

async function page(event) {
  const files = await known(event);
  const path = pathOf(event.request.url, files);
  const answer = await fromNetwork(event.request);
  if (answer?.type === "opaqueredirect") return answer;
  if (answer?.ok) {
    // From memory, whole: what flows through a worker is cut off when a newer one takes over.
    const bytes = await answer.arrayBuffer();
    await pin(event, path && (await digest(bytes)) === files[path] ? VERSION : NETWORK);
    return new Response(bytes, { status: answer.status, headers: answer.headers });
  }
  if (answer && answer.status < 500) {
    await pin(event, NETWORK);
    return answer;
  }
  const copied = await fromCopy(path ?? pathOf(address("404.html"), files), path ? 200 : 404);
  if (!copied) return answer ?? fetch(event.request);
  await pin(event, VERSION);
  return copied;
}

async function part(event) {
  const version = await pinOf(event.clientId);
  if (version === NETWORK) return fetch(event.request, { cache: "no-cache" });
  const name = PREFIX + (version ?? VERSION);
  if (!(await caches.has(name))) return version && version !== VERSION ? Response.error() : fetch(event.request);
  const found = await (await caches.open(name)).match(event.request, { ignoreSearch: true });
  return found ?? fetch(event.request);
}

/* The answer of the network, or nothing when there is none in time. */
async function fromNetwork(request) {
  const patience = Date.now() < slowUntil ? HURRY : PATIENCE;
  let timer;
  const late = new Promise((done) => {
    timer = setTimeout(done, patience, "late");
  });
  const first = await Promise.race([fetch(request, { cache: "no-cache" }).catch(() => null), late]);
  clearTimeout(timer);
  if (first !== "late") return first;
  slowUntil = Date.now() + SLOW_FOR;
  return null;
}

/* A page of the copy, with the day it is from, in words, where the theme has left a place for them. */
async function fromCopy(path, status) {
  const found = path && (await (await caches.open(COPY)).match(address(path)));
  if (!found) return null;
  const headers = { "Content-Type": found.headers.get("Content-Type") };
  if (!path.endsWith(".html")) return new Response(found.body, { headers });
  const { dates } = await listed();
  const html = await found.text();
  const lang = /<html[^>]* lang="([^"]+)"/.exec(html)?.[1];
  const dated = html.replace(/(<div class="saved"[^>]*) data-words="([^"]*)">/, (_, tag, words) => {
    return `${tag}><p>${words.replace("{date}", dates[lang] ?? dates.sv)}</p>`;
  });
  return new Response(dated, { status, headers });
}

/* --- what is known ------------------------------------------------------------------------------------------------ */

const address = (path) => new URL(path, self.registration.scope).href;

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash.slice(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function listed() {
  const found = list ?? (await (await caches.open(COPY)).match(address(LIST)))?.json();
  list = (await found) ?? null;
  return list;
}

/* The files of this version. If the browser has thrown the copy away, it is made again meanwhile. */
async function known(event) {
  const found = await listed();
  if (!found) event.waitUntil(fill().catch(() => {}));
  return found?.files ?? {};
}

/* The file that an address means: a folder is its index, and servers may leave out ".html". */
function pathOf(url, files) {
  const path = decodeURI(new URL(url).pathname.slice(new URL(self.registration.scope).pathname.length));
  const names = path === "" || path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`, `${path}/index.html`];
  return names.find((name) => Object.hasOwn(files, name));
}

/* --- which version a window shows --------------------------------------------------------------------------------- */

async function pin(event, version) {
  const client = event.resultingClientId;
  if (!client) return;
  const pins = await caches.open(PINS);
  await pins.put(address(`pin/${client}`), new Response(JSON.stringify({ version, since: Date.now() })));
  event.waitUntil(tidy());
}

async function pinOf(client) {
  const found = client && (await (await caches.open(PINS)).match(address(`pin/${client}`)));
  return found ? (await found.json()).version : null;
}

/* The versions of the windows that are open; those of closed windows are forgotten. A window that is just opening is
   not among the clients yet, and to ask for it by its number would wait for it, as it waits for us. */
async function livePins() {
  const pins = await caches.open(PINS);
  const open = new Set((await self.clients.matchAll({ includeUncontrolled: true })).map((client) => client.id));
  const found = [];
  for (const request of await pins.keys()) {
    const pinned = await (await pins.match(request))?.json();
    if (pinned && (open.has(request.url.split("/").pop()) || Date.now() - pinned.since < OPENING)) {
      found.push(pinned.version);
    } else {
      await pins.delete(request);
    }
  }
  return found;
}
