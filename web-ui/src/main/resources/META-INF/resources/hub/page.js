// What every page does by itself: words times, copies, unfolds and colours code.
(() => {
  const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });
  const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
  const year = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" });
  function words(then, now) {
    const seconds = Math.round((now - then) / 1000);
    const size = Math.abs(seconds);
    const say = (count, unit) => (seconds > 0 ? `${count} ${unit} ago` : `in ${count} ${unit}`);
    if (size < 45) return seconds >= 0 ? "just now" : "in a moment";
    if (size < 3600) return say(Math.max(1, Math.round(size / 60)), "min");
    if (size < 86400) return say(Math.round(size / 3600), "h");
    const days = Math.round(size / 86400);
    if (days < 32) return say(days, days === 1 ? "day" : "days");
    return (then.getFullYear() === now.getFullYear() ? day : year).format(then);
  }

  function say(time) {
    const then = new Date(time.getAttribute("datetime"));
    const said = words(then, new Date());
    if (time.textContent !== said) time.textContent = said;
    if (!time.title) time.title = exact.format(then);
  }

  function colour(code) {
    if (code.dataset.highlighted || code.closest(".live .open")) return;
    const language = /language-(\S+)/.exec(code.className)?.[1];
    if (language && hljs.getLanguage(language) && code.textContent.length < 100000) hljs.highlightElement(code);
    else code.dataset.highlighted = "no";
  }

  function seen(root) {
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    if (root.matches("time[datetime]")) say(root);
    root.querySelectorAll("time[datetime]").forEach(say);
    root.querySelectorAll("pre code[class*=language-]").forEach(colour);
  }

  hljs.configure({ ignoreUnescapedHTML: false });
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") say(change.target);
      else change.addedNodes.forEach(seen);
    }
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["datetime"] });
  setInterval(() => document.querySelectorAll("time[datetime]").forEach(say), 20000);

  async function copy(button) {
    const box = button.closest("figure.code, .copyable");
    const text = box.querySelector("code, .value").textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without HTTPS there is no clipboard: select it, so that Ctrl+C does.
      getSelection().selectAllChildren(box.querySelector("code, .value"));
      if (!document.execCommand("copy")) return;
    }
    const before = button.dataset.words || button.textContent;
    button.dataset.words = before;
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = before), 1500);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button");
    if (button?.classList.contains("copy")) copy(button);
    if (button?.classList.contains("unfold")) {
      button.closest("figure.code").classList.remove("long");
      button.remove();
    }
  });
})();
