// A session in the browser: the growing answer, staying put while one reads above, keys, finished sentences for
// screen readers.
(() => {
  const hub = (window.hub = window.hub || {});

  // ---- the answer while it grows: what is kept stays, only the open piece is replaced or lengthened ----

  function parts(element) {
    if (!element.hubKept) {
      element.hubKept = element.appendChild(document.createElement("div"));
      element.hubOpen = element.appendChild(document.createElement("div"));
      element.hubKept.className = "kept";
      element.hubOpen.className = "open";
    }
    return element;
  }

  function lastInside(element) {
    let last = element;
    while (last.lastElementChild && !last.matches("code, p")) {
      const child = last.lastElementChild;
      last = child.matches("button") && child.previousElementSibling ? child.previousElementSibling : child;
    }
    return last;
  }

  hub.live = (element, step, content, joins) => {
    const { hubKept: kept, hubOpen: open } = parts(element);
    switch (step) {
      case "keep": {
        const piece = document.createElement("template");
        piece.innerHTML = content;
        const first = piece.content.firstElementChild;
        const last = kept.lastElementChild;
        if (joins && first && last && first.tagName === last.tagName) {
          last.append(...first.childNodes);
          first.remove();
        }
        kept.append(piece.content);
        open.replaceChildren();
        break;
      }
      case "open":
        open.innerHTML = content;
        break;
      case "grow":
        (open.firstElementChild ? lastInside(open) : open).append(content);
        break;
      case "restart":
        kept.replaceChildren();
        open.replaceChildren();
        break;
    }
    tell(element);
  };

  // ---- finished sentences, politely ----

  const told = new WeakMap();
  let telling = 0;

  function tell(element) {
    clearTimeout(telling);
    telling = setTimeout(() => {
      const region = document.getElementById("hub-live");
      const text = element.textContent;
      const from = told.get(element) || 0;
      const end = Math.max(text.lastIndexOf(". "), text.lastIndexOf("? "), text.lastIndexOf("\n"));
      if (region && end > from) {
        region.textContent = text.slice(from, end + 1);
        told.set(element, end + 1);
      }
    }, 700);
  }

  // ---- scrolling: at the bottom it follows, anywhere else it stays ----

  hub.conversation = (element) => {
    const scroller = element.querySelector(".scroller");
    const jump = element.querySelector(".jump");
    let follows = true;
    let top = 0;
    const gap = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    const toEnd = () => (scroller.scrollTop = scroller.scrollHeight);
    const look = () => (jump.hidden = gap() < 120);
    scroller.addEventListener(
      "scroll",
      () => {
        // Only going up means to stay: what grows meanwhile leaves a gap, too, and nobody asked for that one.
        if (gap() < 60) follows = true;
        else if (scroller.scrollTop < top) follows = false;
        top = scroller.scrollTop;
        look();
      },
      { passive: true },
    );
    const changed = () => {
      if (follows) toEnd();
      look();
    };
    new ResizeObserver(changed).observe(scroller.firstElementChild);
    new ResizeObserver(changed).observe(scroller);
    jump.addEventListener("click", () => {
      follows = true;
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      scroller.scrollTo({ top: scroller.scrollHeight, behavior: calm ? "auto" : "smooth" });
    });
    // Who says something wants to see what comes of it.
    element.hubSaid = () => {
      follows = true;
      toEnd();
    };
    toEnd();
  };

  // ---- a saved session is read and sent by the browser ----

  hub.importer = (button) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json,application/json";
    button.addEventListener("click", () => input.click());
    input.addEventListener("change", async () => {
      const file = input.files[0];
      input.value = "";
      if (!file) return;
      const answer = await fetch(`api/v1/projects/${button.dataset.project}/sessions`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Requested-By": "page" },
        body: file,
      });
      const told = await answer.json().catch(() => ({}));
      if (answer.ok) location.assign(`chat/${told.id}`);
      else alert(`${told.detail || "That did not work."} ${told.hint || ""}`);
    });
  };

  // ---- arrow up brings back what I said, arrow down goes forward again ----

  hub.recall = (area) => {
    let place = 0;
    const show = (text) => {
      area.value = text;
      area.dispatchEvent(new CustomEvent("change", { bubbles: true }));
      const field = area.inputElement;
      field.setSelectionRange(text.length, text.length);
    };
    area.addEventListener("input", () => (place = 0));
    area.addEventListener("keydown", (event) => {
      if (event.key === "Enter") place = 0;
      if ((event.key !== "ArrowUp" && event.key !== "ArrowDown") || event.shiftKey || event.isComposing) return;
      if (place === 0 && (area.value || event.key === "ArrowDown")) return;
      const said = [...document.querySelectorAll(".conversation .turn.mine .said")].map((it) => it.textContent);
      const next = place + (event.key === "ArrowUp" ? 1 : -1);
      if (next > said.length) return;
      event.preventDefault();
      place = next;
      show(place ? said[said.length - place] : "");
    });
  };

  // ---- other sessions may begin to wait for me ----

  setInterval(() => {
    const chat = document.querySelector(".chat");
    if (chat?.$server && document.visibilityState === "visible") chat.$server.look();
  }, 15000);

  // ---- a, w and d answer the card that waits ----

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const path = event.composedPath();
    if (path.some((it) => it.matches?.("input, textarea, select, [contenteditable], vaadin-dialog, [role=dialog]"))) return;
    const button = document.querySelector(`.card [data-key="${CSS.escape(event.key)}"]`);
    if (button && !document.querySelector("vaadin-dialog[opened], vaadin-confirm-dialog[opened]")) {
      event.preventDefault();
      button.click();
    }
  });
})();
