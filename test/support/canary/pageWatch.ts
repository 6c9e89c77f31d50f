import type { Page } from '@playwright/test';

/** Collects, in the page, every text that it ever shows; from its markup too while no form with what was typed is there. */
const script = `(() => {
  if (window.earshotTestTexts) return;
  const seen = window.earshotTestTexts = new Set();
  const look = () => {
    if (!document.body) return;
    seen.add(document.title + ' ' + document.body.innerText);
    if (!document.querySelector('input[type=password]')) seen.add(document.documentElement.outerHTML);
    seen.add(location.href + ' ' + JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }) + document.cookie);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  look();
})()`;

/** Watches the page's texts from now on; the function gives all that were there. */
export async function watchTexts(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(script);
  return () => page.evaluate('[...window.earshotTestTexts].join("\\n")');
}
