// Paper tells when it was printed, and from where: the style sheet puts both at the foot of each sheet.
"use strict";
(() => {
  const page = document.documentElement;
  const stamp = () => {
    const day = new Intl.DateTimeFormat(page.lang, { dateStyle: "long", numberingSystem: "latn" }).format(new Date());
    page.dataset.printed = page.dataset.printWords.replace("{day}", day);
    if (!page.dataset.address && location.protocol.startsWith("http")) page.dataset.address = location.origin + location.pathname;
  };
  stamp();
  addEventListener("beforeprint", stamp);
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
})();
