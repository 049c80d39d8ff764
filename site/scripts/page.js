// What makes reading more comfortable. Nothing here is needed to read: without it, tabs are sections side by side and
// the list of contents is just a list.
(function () {
  "use strict";

  // Sections in a .tabs box become tabs, with the keys that people expect: arrows, Home, End.
  document.querySelectorAll(".tabs").forEach(function (box, number) {
    const panels = Array.from(box.querySelectorAll(":scope > .tab"));
    if (panels.length < 2) return;
    const list = document.createElement("div");
    list.className = "tab-list";
    list.setAttribute("role", "tablist");
    const buttons = panels.map(function (panel, index) {
      const button = document.createElement("button");
      panel.id = panel.id || "tab-" + number + "-" + index;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", panel.id + "-button");
      button.id = panel.id + "-button";
      button.type = "button";
      button.textContent = panel.querySelector("h3").textContent;
      button.setAttribute("role", "tab");
      button.setAttribute("aria-controls", panel.id);
      button.addEventListener("click", () => select(index));
      list.append(button);
      return button;
    });
    function select(chosen) {
      buttons.forEach(function (button, index) {
        button.setAttribute("aria-selected", String(index === chosen));
        button.tabIndex = index === chosen ? 0 : -1;
        panels[index].hidden = index !== chosen;
      });
    }
    list.addEventListener("keydown", function (event) {
      const now = buttons.indexOf(document.activeElement);
      const last = buttons.length - 1;
      const to = { ArrowRight: now === last ? 0 : now + 1, ArrowLeft: now === 0 ? last : now - 1, Home: 0, End: last }[event.key];
      if (now < 0 || to === undefined) return;
      event.preventDefault();
      select(to);
      buttons[to].focus();
    });
    box.prepend(list);
    box.dataset.live = "";
    select(0);
  });

  // The list of contents marks the section that is being read.
  const links = new Map();
  document.querySelectorAll(".contents a[href^='#']").forEach(function (link) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) links.set(target, link);
  });
  if (links.size > 0) {
    let waiting = false;
    const mark = function () {
      waiting = false;
      let current = null;
      for (const target of links.keys()) if (target.getBoundingClientRect().top < innerHeight * 0.3) current = target;
      links.forEach(function (link, target) {
        if (target === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
    };
    addEventListener("scroll", function () {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    }, { passive: true });
    mark();
  }
})();
