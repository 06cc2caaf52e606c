// What scripts/look-at-pages runs: BROWSER FOLDER.
const fs = require('fs');
const path = require('path');
const { chromium } = require('playwright-core');

const [browserPath, folder] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const WINDOWS = [1200, 420].flatMap((width) => ['light', 'dark'].map((scheme) => [width, scheme]));

// In the page: boxes beside each other that lie over one another, and words that are cut off or not to be seen.
function looked() {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) faults.push('wider than the window');
  const box = (node) => node.getBoundingClientRect();
  const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  for (const parent of document.querySelectorAll('main, article, section, .finding, ul, dl, tr')) {
    const boxes = [...parent.children].map((child) => [child, box(child)]).filter(([, it]) => it.width > 0);
    for (let i = 0; i < boxes.length; i += 1) {
      for (let j = i + 1; j < Math.min(boxes.length, i + 4); j += 1) {
        if (over(boxes[i][1], boxes[j][1])) faults.push(`${boxes[i][0].outerHTML.slice(0, 60)} lies over the next`);
      }
    }
  }
  for (const finding of document.querySelectorAll('.finding')) {
    if (box(finding).height < 20 || box(finding).width < 100) faults.push('a finding cannot be seen');
  }
  // The words of a picture stay inside it, and are in one place each.
  for (const svg of document.querySelectorAll('svg')) {
    const whole = box(svg);
    for (const text of svg.querySelectorAll('text')) {
      const own = box(text);
      if (own.right > whole.right + 1 || own.bottom > whole.bottom + 1) faults.push(`${text.textContent} leaves its picture`);
    }
  }
  const labels = [...document.querySelectorAll('svg text')].map((node) => [node, box(node)]);
  for (let i = 0; i < labels.length; i += 1) {
    for (let j = i + 1; j < labels.length; j += 1) {
      if (over(labels[i][1], labels[j][1])) {
        faults.push(`label ${labels[i][0].textContent} lies over ${labels[j][0].textContent}`);
      }
    }
  }
  return faults;
}

(async () => {
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  const files = fs.readdirSync(folder).filter((name) => /\.(html|svg)$/.test(name)).sort();
  let bad = 0;
  let count = 0;
  const jobs = files.flatMap((file) => WINDOWS.map(([width, scheme]) => [file, width, scheme]));
  const one = async (file, width, scheme) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    const page = await context.newPage();
    const faults = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('file://') || !request.url().endsWith(encodeURI(file))) {
        faults.push(`fetches ${request.url()}`);
      }
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`file://${path.resolve(folder, file)}`);
    await page.screenshot({ path: path.join(folder, `${file}-${width}-${scheme}.png`), fullPage: true });
    faults.push(...(await page.evaluate(looked)));
    if (file.endsWith('.html')) {
      await page.evaluate(axe);
      const found = await page.evaluate(() => window.axe.run());
      for (const its of found.violations) {
        faults.push(`axe: ${its.id} (${its.impact}), ${its.nodes.length} times: ${its.nodes[0].html.slice(0, 90)}`);
      }
    }
    count += 1;
    for (const fault of faults) {
      bad += 1;
      console.log(`error: ${file}, ${width} wide, ${scheme}: ${fault}`);
    }
    await context.close();
  };
  // Two at a time: one is drawn while the other is looked at.
  const work = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) await one(...job);
  };
  await Promise.all([work(), work()]);
  await browser.close();
  console.log(`${count} pages looked at, ${bad} faults; screenshots in ${folder}`);
  process.exit(bad === 0 && count > 0 ? 0 : 1);
})();
