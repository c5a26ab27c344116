/* The search button of narrow screens, and menus that close again. */

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
