"""The page in a browser: what it does with a hostile text, with the keyboard alone, on small and large screens."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import tqcheck
from tqcheck.readers.plain import reading
from tqcheck.reporters.html import page_of

selenium = pytest.importorskip("selenium.webdriver")
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="Chromium and its driver are not here (Debian: chromium, chromium-driver)"
)

ARTICLE = (Path(__file__).parents[2] / "examples" / "article.txt").read_text("utf-8")
HOSTILE = (
    'Ivan Petrov (Ivan Petrov) said </script><script>document.title="owned"</script><img src=x onerror="document.title=\'owned\'">.\n\n'
)
LONG = "x" * 400
QUIET = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
CONTRAST = """
const light = (colour) => {
  const parts = colour.match(/[\\d.]+/g).map(Number);
  const shares = parts.slice(0, 3).map((part) => part / 255);
  const linear = shares.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
};
const ground = (element) => {
  for (let each = element; each; each = each.parentElement) {
    const colour = getComputedStyle(each).backgroundColor;
    if (!/, 0\\)$/.test(colour)) return colour;
  }
  return "rgb(255, 255, 255)";
};
const found = [];
for (const element of document.querySelectorAll("h1, p, mark, label, legend, button, b, kbd, output, a, span")) {
  if (!element.textContent.trim()) continue;
  const [one, other] = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => b - a);
  found.push((one + 0.05) / (other + 0.05));
}
return Math.min(...found);
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    options = selenium.ChromeOptions()
    options.binary_location = CHROMIUM
    for word in QUIET:
        options.add_argument(word)
    driver = selenium.Chrome(options=options, service=selenium.ChromeService(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Any:
    def show(text: str, source: str | None = None) -> Any:
        own = reading(text, "text.txt")
        if source is not None:
            own = own.replace(partners={"source": reading(source, "source.txt")})
        report = tqcheck.Checker(language="en").check_reading(own, source=own.partners.get("source"))
        (tmp_path / "page.html").write_text(page_of(own, report), "utf-8")
        browser.set_window_size(1200, 900)
        browser.get((tmp_path / "page.html").as_uri())
        return browser

    return show


def keys(browser: Any, *pressed: str) -> None:
    for key in pressed:
        selenium.ActionChains(browser).send_keys(key).perform()


def test_a_hostile_text_runs_nothing(opened: Any) -> None:
    browser = opened(HOSTILE + ARTICLE)
    assert browser.title == "tqcheck: text.txt"
    assert browser.execute_script("return document.querySelectorAll('img').length") == 0
    assert "<script>document.title" in browser.find_element("id", "p0").text


def test_the_keyboard_alone_leads_through_the_findings(opened: Any) -> None:
    browser = opened(ARTICLE)
    keys(browser, "n", "n")
    assert browser.execute_script("return document.activeElement.tagName") == "MARK"
    first = browser.find_element("css selector", "#card .tag").text
    keys(browser, "n")
    second = browser.find_element("css selector", "#card .tag").text
    assert first != second
    keys(browser, "p")
    assert browser.find_element("css selector", "#card .tag").text == first
    keys(browser, "\ue00c")
    assert not browser.find_element("id", "card").is_displayed()


def test_hovering_over_a_mark_shows_reason_score_and_repair(opened: Any) -> None:
    browser = opened("Spokesman Ivan Petrov (Ivan Petrov) came.")
    selenium.ActionChains(browser).move_to_element(browser.find_element("tag name", "mark")).perform()
    card = browser.find_element("id", "card")
    assert card.is_displayed()
    assert "duplicate-gloss" in card.text
    assert "0.9" in card.text
    assert "repair: Petrov (Ivan Petrov) came. → Petrov came." in card.text


def test_filters_hide_findings_and_their_marks(opened: Any) -> None:
    browser = opened(ARTICLE)
    count = len(browser.find_elements("css selector", "ol.findings > li"))
    browser.find_element("css selector", ".families input[value=quotes]").click()
    hidden = browser.find_elements("css selector", "ol.findings > li.off")
    assert 0 < len(hidden) < count
    assert all(item.get_attribute("data-family") == "quotes" for item in hidden)
    assert browser.find_elements("css selector", "mark.quotes.off")
    assert browser.find_element("id", "told").text == f"{count - len(hidden)} of {count} findings shown"
    browser.execute_script("const box = document.getElementById('least'); box.value = 1; box.dispatchEvent(new Event('input'));")
    assert len(browser.find_elements("css selector", "ol.findings > li:not(.off)")) == 0


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nothing_runs_out_of_the_screen(width: int, opened: Any) -> None:
    browser = opened(
        f"The boat left at noon.\n\nNobody saw it.\n\n{'x' * 400}", f"Das Boot fuhr mittags ab.\n\nNiemand sah es.\n\n{'x' * 400}"
    )
    browser.set_window_size(max(width, 500), 900)
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    try:
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width
        side = browser.execute_script(
            "const [one, other] = [...document.querySelectorAll('#p1 > p')].map((each) => each.getBoundingClientRect().left);"
            "return other > one"
        )
        assert side is (width > 900)
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_contrast_is_that_of_wcag_aa(theme: str, opened: Any) -> None:
    browser = opened(ARTICLE, ARTICLE.replace("the the", "the"))
    browser.execute_script(f"document.documentElement.dataset.theme = '{theme}'")
    assert browser.execute_script(CONTRAST) >= 4.5


def test_a_long_text_with_many_findings_stays_usable(opened: Any) -> None:
    browser = opened("\n\n".join(f"Chapter {n}: the the boat and the the mole came in in May , they say." for n in range(2000)))
    assert len(browser.find_elements("css selector", "ol.findings > li")) >= 5000
    keys(browser, "n")
    assert browser.find_element("id", "card").is_displayed()
