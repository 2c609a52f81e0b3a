// Runs one search engine over queries: node search.mjs ENGINE DATA.json MODULES. Called by search.py, which explains it.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { createRequire } from "node:module";
import vm from "node:vm";

const [name, file, modules] = process.argv.slice(2);
const data = JSON.parse(readFileSync(file, "utf8"));
const load = createRequire(`${modules}/`);
const size = (text) => ({ raw: Buffer.byteLength(text), gzip: gzipSync(text, { level: 9 }).length });
const library = (path) => readFileSync(`${modules}/node_modules/${path}`, "utf8");
const FIELDS = ["title", "by", "about", "detail", "synonyms", "body"];
const WEIGHTS = { title: 10, by: 5, about: 4, detail: 2.5, synonyms: 4, body: 1 };

const ENGINES = {
  own: () => ({
    code: data.engine,
    make(site) {
      const world = vm.createContext({});
      vm.runInContext(data.engine, world);
      vm.runInContext(site.index, world);
      const engine = vm.runInContext("sitegenSearch(sitegenSearchIndex)", world);
      return { index: site.index, search: (query) => engine.search(query).map((found) => found.page) };
    },
  }),
  minisearch: () => ({
    code: library("minisearch/dist/umd/index.js"),
    make(site) {
      const MiniSearch = load("minisearch");
      const options = { fields: FIELDS, storeFields: ["page", "title", "by", "about"] };
      const engine = new MiniSearch(options);
      engine.addAll(site.entries);
      const how = { boost: WEIGHTS, prefix: true, fuzzy: 0.2, combineWith: "AND" };
      const search = (query) => {
        const found = engine.search(query, how);
        return (found.length ? found : engine.search(query, { ...how, combineWith: "OR" })).map((entry) => entry.page);
      };
      return { index: JSON.stringify(engine), search };
    },
  }),
  fuse: () => ({
    code: library("fuse.js/dist/fuse.min.cjs"),
    make(site) {
      const Fuse = load("fuse.js");
      const keys = FIELDS.map((field) => ({ name: field, weight: WEIGHTS[field] }));
      const engine = new Fuse(site.entries, { keys, threshold: 0.3, ignoreLocation: true });
      return { index: JSON.stringify(site.entries), search: (query) => engine.search(query).map(({ item }) => item.page) };
    },
  }),
  ufuzzy: () => ({
    code: library("@leeoniya/ufuzzy/dist/uFuzzy.iife.min.js"),
    make(site) {
      const uFuzzy = load("@leeoniya/ufuzzy");
      const engine = new uFuzzy({ unicode: true, interSplit: "[^\\p{L}\\d']+", intraSplit: "\\p{Ll}\\p{Lu}", intraBound: "\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}", intraChars: "[\\p{L}\\d']", intraContr: "'\\p{L}{1,2}\\b", intraMode: 1 });
      const hay = uFuzzy.latinize(site.entries.map((entry) => FIELDS.map((field) => entry[field]).join(" ")));
      const search = (query) => {
        const [ids, info, order] = engine.search(hay, uFuzzy.latinize([query])[0], 1);
        if (!ids) return [];
        return order ? order.map((at) => site.entries[info.idx[at]].page) : ids.map((id) => site.entries[id].page);
      };
      return { index: JSON.stringify(site.entries), search };
    },
  }),
};

const engine = ENGINES[name]();
const result = { engine: size(engine.code), sites: {}, answers: [] };
const made = {};
for (const [slug, site] of Object.entries(data.sites)) {
  const start = performance.now();
  made[slug] = engine.make(site);
  made[slug].search("start");
  result.sites[slug] = { ...size(made[slug].index), ready: performance.now() - start };
}
for (const [slug, query] of data.queries) {
  const start = performance.now();
  const pages = made[slug].search(query);
  result.answers.push({ pages: pages.slice(0, 50), ms: performance.now() - start, count: pages.length });
}
process.stdout.write(JSON.stringify(result));
