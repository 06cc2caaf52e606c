// What scripts/serve-in-browser runs: BROWSER KANTA FOLDER.
const assert = require('assert');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { spawn } = require('child_process');
const { chromium } = require('playwright-core');

const [browserPath, kanta, folder] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const WINDOWS = [1400, 320].flatMap((width) => ['light', 'dark'].map((scheme) => [width, scheme]));
const FACT = 'malware_protection = true';
const FAULT = 'The access point has no malware protection';

// A command that serves, and its address.
function served(plan) {
  const child = spawn(path.resolve(kanta), ['serve', plan], { stdio: ['ignore', 'pipe', 'inherit'], cwd: 'examples/data' });
  process.on('exit', () => child.kill());
  return new Promise((resolve, reject) => {
    let line = '';
    child.stdout.on('data', (data) => {
      line += data;
      if (line.includes('\n')) resolve({ child, address: line.trim() });
    });
    child.on('exit', (code) => reject(new Error(`it ended with ${code}`)));
  });
}

const status = (page, words) => page.waitForFunction(
  (words) => document.getElementById('status').textContent.startsWith(words) && !document.querySelector('#report.old'),
  words,
);

async function serious(page) {
  // In a world of its own: the page's policy lets no script in but its own.
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const evaluate = (expression) =>
    session.send('Runtime.evaluate', { expression, contextId: executionContextId, awaitPromise: true, returnByValue: true });
  await evaluate(axe);
  const { result } = await evaluate('axe.run().then((its) => JSON.stringify(its.violations))');
  await session.detach();
  return JSON.parse(result.value).map((its) => `axe: ${its.id} (${its.impact}): ${its.nodes[0].html.slice(0, 120)}`);
}

async function look(page, name, faults) {
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  if (wide) faults.push(`${name}: wider than the window`);
  faults.push(...(await serious(page)).map((its) => `${name}: ${its}`));
}

async function edited(page, faults) {
  // The page asks for its plan: until the first judgement it may be empty.
  await status(page, 'Conforms');
  const text = page.locator('#text');
  const good = await text.inputValue();
  const line = good.split('\n').findIndex((its) => its.startsWith(FACT)) + 1;
  assert(line > 0, 'the plan has the fact');
  assert.equal(await page.locator('#marks button').count(), 0);
  await look(page, 'good', faults);

  // Break a fact by keyboard: the finding stands on its line, in the report and in the picture.
  await text.evaluate((its, fact) => {
    its.focus();
    const start = its.value.indexOf(fact) + fact.length - 'true'.length;
    its.setSelectionRange(start, start + 'true'.length);
  }, FACT);
  await page.keyboard.type('false');
  await status(page, 'Does not conform');
  const mark = page.locator(`#marks button[data-line="${line}"]`);
  assert((await mark.getAttribute('aria-label')).startsWith(`Line ${line}: ${FAULT}`));
  const picture = () => page.locator('#report svg').textContent();
  assert((await picture()).includes('has no malware protection'), 'the picture tells it');
  const heading = page.locator('#report .finding.bad h4', { hasText: FAULT });
  assert.equal(await heading.count(), 1);
  assert.equal(await page.locator('#unsaved').isVisible(), true);

  // From the finding to its line, and back.
  await heading.locator('xpath=..').locator('button.place').first().click();
  const at = await text.evaluate((its) => ({
    line: its.value.slice(0, its.selectionStart).split('\n').length,
    selected: its.value.slice(its.selectionStart, its.selectionEnd),
    focus: document.activeElement === its,
  }));
  assert.deepEqual(at, { line, selected: 'false', focus: true });
  const level = await page.evaluate((line) => {
    const box = (node) => node.getBoundingClientRect();
    const mark = box(document.querySelector(`#marks button[data-line="${line}"]`));
    const sheet = box(document.querySelector('.sheet'));
    return mark.top >= sheet.top && mark.bottom <= sheet.bottom;
  }, line);
  assert(level, 'the mark of the line is in sight');
  await look(page, 'broken', faults);
  await mark.click();
  assert(await page.evaluate(() => document.activeElement.matches('.finding.found')));
  await text.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F8');
  assert.equal(await text.evaluate((its) => its.value.slice(0, its.selectionStart).split('\n').length), line);

  // In another language, with everything that was written.
  await page.locator('#language').selectOption('fi');
  await status(page, 'Ei ole ohjeen mukainen');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'fi');
  await page.locator('#language').selectOption('en');
  await status(page, 'Does not conform');

  // What is saved is what stands there.
  const saves = async (button) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()]);
    return [download.suggestedFilename(), fs.readFileSync(await download.path(), 'utf8')];
  };
  assert.deepEqual(await saves('#save-plan'), ['clinic.toml', good.replace(FACT, 'malware_protection = false')]);
  const [name, report] = await saves('#save-report');
  assert.equal(name, 'clinic.html');
  assert(report.startsWith('<!DOCTYPE html>') && report.includes(FAULT));

  // What cannot be read is told on its line, too.
  await text.fill(`${good}\nmalware = \n`);
  await status(page, 'Cannot be read');
  assert((await page.locator('#marks button').count()) > 0);
  await look(page, 'unread', faults);

  // Mended.
  await text.fill(good);
  await status(page, 'Conforms');
  assert.equal(await page.locator('#marks button').count(), 0);
  assert(!(await picture()).includes('has no malware protection'));
}

(async () => {
  const faults = [];
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  const open = async (address, width, scheme) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    const page = await context.newPage();
    const origin = new URL(address).origin;
    page.on('request', (its) => {
      if (!its.url().startsWith(`${origin}/`) && !its.url().startsWith(`blob:${origin}/`)) faults.push(`fetches ${its.url()}`);
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (its) => faults.push(`console: ${its.text()}`));
    await page.goto(address);
    return page;
  };

  const clinic = await served('clinic.toml');
  const page = await open(clinic.address, 1400, 'light');
  await edited(page, faults);
  clinic.child.removeAllListeners('exit');
  clinic.child.kill('SIGINT');
  await new Promise((resolve) => clinic.child.on('exit', resolve));
  page.removeAllListeners('console');
  await page.locator('#text').fill('format = 1\n');
  await page.waitForFunction(() => document.getElementById('status').textContent.startsWith('The command does not answer'));
  await page.context().close();

  const broken = await served('broken.toml');
  for (const [width, scheme] of WINDOWS) {
    const page = await open(broken.address, width, scheme);
    await status(page, 'Does not conform');
    await look(page, `page-${width}-${scheme}`, faults);
    // By keyboard to the last mark: its line comes into sight beside it.
    await page.locator('#marks button').first().focus();
    await page.keyboard.press('End');
    const level = await page.evaluate(() => {
      const [mark, sheet] = [document.activeElement, document.querySelector('.sheet')];
      const [own, whole] = [mark, sheet].map((its) => its.getBoundingClientRect());
      const lines = document.getElementById('text').getBoundingClientRect();
      return own.top >= whole.top && own.bottom <= whole.bottom && lines.top <= whole.top + 1 && sheet.scrollTop === 0;
    });
    if (!level) faults.push(`${width} wide: the last mark is out of sight, or away from its line`);
    await page.screenshot({ path: path.join(folder, `last-${width}-${scheme}.png`) });
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    if (!(await page.evaluate(() => document.activeElement.matches('.finding.found')))) faults.push('no finding was shown');
    await look(page, `finding-${width}-${scheme}`, faults);
    await page.context().close();
  }
  const stranger = await open(broken.address.replace(/#.*/, ''), 1400, 'light');
  await stranger.waitForFunction(() => document.getElementById('status').textContent.includes('kanta serve'));
  assert.equal(await stranger.locator('#text').inputValue(), '');
  await stranger.context().close();
  broken.child.removeAllListeners('exit');
  broken.child.kill('SIGINT');
  await browser.close();
  // The browser tells each refused request; that one was wanted.
  const left = faults.filter((its) => !its.includes('status of 403'));
  for (const fault of left) console.log(`error: ${fault}`);
  console.log(`kanta serve looked at, ${left.length} faults; screenshots in ${folder}`);
  process.exit(left.length === 0 ? 0 : 1);
})().catch((error) => {
  console.log(`error: ${error.stack}`);
  process.exit(1);
});
