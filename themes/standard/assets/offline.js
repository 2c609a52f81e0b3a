/* Over http(s) only: tells the browser of the web app manifest, and of the worker that keeps the site for use without a
   network. Neither is possible from a file, and whoever saves data is not made to fetch the whole site. */
(() => {
  const { manifest, worker } = document.currentScript.dataset;
  if (!location.protocol.startsWith("http")) return;
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = manifest;
  document.head.append(link);
  if (!worker || !("serviceWorker" in navigator) || navigator.connection?.saveData) return;
  addEventListener("load", () => navigator.serviceWorker.register(worker).catch(() => {}));
})();
