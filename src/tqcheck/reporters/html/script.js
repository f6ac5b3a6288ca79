"use strict";
(() => {
  const root = document.documentElement;
  const items = [...document.querySelectorAll("ol.findings > li")];
  const marks = [...document.querySelectorAll("mark")];
  const card = document.getElementById("card");
  const told = document.getElementById("told");
  const least = document.getElementById("least");
  const families = [...document.querySelectorAll(".families input")];
  const read = new Map();
  const hidden = new Set();
  const numbers = (mark) => {
    if (!read.has(mark)) read.set(mark, mark.dataset.f.split(" ").map(Number));
    return read.get(mark);
  };
  const shown = (number) => !hidden.has(number);
  const tell = () => { told.textContent = `${items.length - hidden.size} of ${items.length} findings shown`; };
  let current = -1;

  const filter = () => {
    const wanted = new Set(families.filter((box) => box.checked).map((box) => box.value));
    const floor = Number(least.value);
    least.nextElementSibling.textContent = floor.toFixed(2);
    const changed = new Set();
    items.forEach((item, number) => {
      const fits = wanted.has(item.dataset.family) && Number(item.dataset.score) >= floor;
      if (fits === shown(number)) return;
      changed.add(number);
      if (fits) hidden.delete(number); else hidden.add(number);
      item.classList.toggle("off", !fits);
    });
    for (const mark of marks) if (numbers(mark).some((number) => changed.has(number))) mark.classList.toggle("off", !numbers(mark).some(shown));
    tell();
    hide();
  };

  const hide = () => { card.hidden = true; };

  const show = (mark) => {
    const number = numbers(mark).find(shown);
    if (number === undefined) return;
    card.replaceChildren(...numbers(mark).filter(shown).map((each) => items[each].firstElementChild.cloneNode(true)));
    card.hidden = false;
    const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, root.clientWidth - card.offsetWidth - 8));
    const below = box.bottom + 8 + card.offsetHeight < root.clientHeight || box.top < card.offsetHeight + 16;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(below ? box.bottom + 8 : box.top - card.offsetHeight - 8) + scrollY}px`;
  };

  const select = (number, focus) => {
    for (const each of document.querySelectorAll(".on")) each.classList.remove("on");
    current = number;
    const item = items[number];
    item.classList.add("on");
    const mark = document.querySelector(`mark[data-f~="${number}"]`);
    if (!mark) return;
    for (const each of document.querySelectorAll(`mark[data-f~="${number}"]`)) each.classList.add("on");
    mark.tabIndex = -1;
    mark.setAttribute("aria-describedby", "card");
    mark.scrollIntoView({ block: "center" });
    if (focus) mark.focus({ preventScroll: true });
    show(mark);
  };

  const step = (by) => {
    let number = current;
    for (let tried = 0; tried < items.length; tried += 1) {
      number = (number + by + items.length) % items.length;
      if (shown(number)) return select(number, true);
    }
  };

  document.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("mark");
    if (mark && !mark.classList.contains("off")) show(mark); else if (!event.target.closest(".card")) hide();
  });
  document.addEventListener("focusin", (event) => { if (event.target.matches("mark")) show(event.target); else hide(); });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    const button = event.target.closest("button[data-n]");
    const theme = event.target.closest("#theme");
    if (mark && numbers(mark).some(shown)) select(numbers(mark).find(shown), true);
    if (button) select(Number(button.dataset.n), true);
    if (theme) {
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
    }
    if (event.target.closest("#other")) {
      const on = document.body.classList.toggle("beside");
      event.target.closest("#other").setAttribute("aria-pressed", String(on));
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "n" || event.key === "j") step(1);
    else if (event.key === "p" || event.key === "k") step(-1);
    else if (event.key === "Escape") hide();
    else return;
    event.preventDefault();
  });
  for (const box of families) box.addEventListener("change", filter);
  if (least) { least.addEventListener("input", filter); tell(); }
})();
