/* The search button of narrow screens, menus that close again, and what forms that filter a page share. */

for (const button of document.querySelectorAll("[data-opens]")) {
  const toggle = document.getElementById(button.dataset.opens);
  button.hidden = false;
  button.addEventListener("click", () => toggle.click());
}

document.querySelector(".md-search")?.setAttribute("aria-label", "Search");

for (const menu of document.querySelectorAll(".site-nav__more")) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}

/* Shows a form whose values are kept in the address, and calls `apply` with those values now and at every change. */
const keptInAddress = (form, apply) => {
  const wanted = () => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));

  const changed = () => {
    apply(wanted());
    const query = new URLSearchParams(Object.entries(wanted()).filter(([, value]) => value));
    history.replaceState(null, "", String(query) ? `?${query}` : location.pathname);
  };

  form.hidden = false;
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field) {
      field.value = value;
    }
  }
  form.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  apply(wanted());
};
