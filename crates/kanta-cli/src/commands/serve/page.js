// The page of `kanta serve`: sends the text, shows what it comes to, and leads from each finding to its line and back.
'use strict';

(() => {
  const at = (id) => document.getElementById(id);
  const [text, numbers, strips, marks, report, status] = ['text', 'numbers', 'strips', 'marks', 'report', 'status'].map(at);
  const token = location.hash.slice(1);
  const trusted = window.trustedTypes
    ? window.trustedTypes.createPolicy('kanta', { createHTML: (answer) => answer })
    : { createHTML: (answer) => answer };
  const SIGNS = { bad: '✕', ask: '?', note: '!' };
  const WORST = ['note', 'ask', 'bad'];
  const PAUSE = 250;
  let words = {};
  let file = 'plan.toml';
  let saved = null;
  let ends = '\n';
  let asking = null;
  let timer = null;

  const language = () => at('language').value;
  const say = (name) => (words[language()] || {})[name] || '';
  const told = (words) => {
    if (status.textContent !== words) status.textContent = words;
  };
  const ask = (path, options = {}) =>
    fetch(path, { ...options, headers: { 'Kanta-Token': token, ...options.headers }, credentials: 'omit' });
  const query = () => `?${new URLSearchParams({ lang: language(), on: at('day').value })}`;
  const post = (path, signal) =>
    ask(path + query(), { method: 'POST', body: text.value, headers: { 'Content-Type': 'text/plain' }, signal });

  // Why there is no answer, in words.
  const trouble = (answer) => {
    if (answer.status === 403) return say('no-token');
    if (answer.status === 413) return say('too-long');
    if (answer.status === 410) return say('no-plan');
    return say('not-judged');
  };

  // ---- Lines

  const height = () => parseFloat(getComputedStyle(text).lineHeight);

  function number() {
    const count = text.value.split('\n').length;
    if (Number(numbers.dataset.count) === count) return;
    numbers.dataset.count = count;
    numbers.textContent = Array.from({ length: count }, (_, index) => index + 1).join('\n');
  }

  function scrolled() {
    const by = `translateY(${-text.scrollTop}px)`;
    for (const its of [numbers, strips, marks]) its.style.transform = by;
  }

  // The place of a line and of a character in it, which counts whole characters and not halves of them.
  function goTo(line, column) {
    const lines = text.value.split('\n');
    const before = lines.slice(0, line - 1).reduce((sum, its) => sum + its.length + 1, 0);
    const own = lines[line - 1] || '';
    const start = before + [...own].slice(0, column - 1).join('').length;
    text.focus({ preventScroll: true });
    text.setSelectionRange(Math.min(start, before + own.length), before + own.length);
    text.scrollLeft = 0;
    bring(line);
  }

  // Scrolls to a line; one that is in sight stays where it is.
  function bring(line) {
    const top = (line - 1) * height();
    if (top < text.scrollTop || top + 2 * height() > text.scrollTop + text.clientHeight) {
      text.scrollTop = Math.max(0, top - text.clientHeight / 3);
    }
    text.scrollIntoView({ block: 'nearest' });
    scrolled();
  }

  // Each line on which something stands, with the findings that do.
  function lines() {
    const found = new Map();
    for (const place of report.querySelectorAll('section > .finding button.place, section > ul > li > button.place')) {
      const finding = place.closest('.finding') || place.closest('li');
      const kind = WORST.find((its) => finding.classList.contains(its)) || 'bad';
      if (finding.classList.contains('good')) continue;
      const heading = finding.querySelector('h4') || finding;
      const line = Number(place.dataset.line);
      const its = found.get(line) || { kind, finding, words: new Set() };
      if (WORST.indexOf(kind) > WORST.indexOf(its.kind)) Object.assign(its, { kind, finding });
      its.words.add(heading.textContent.trim());
      found.set(line, its);
    }
    return [...found].sort(([a], [b]) => a - b);
  }

  function mark() {
    strips.replaceChildren();
    marks.replaceChildren();
    for (const [line, { kind, finding, words: said }] of lines()) {
      const top = `${(line - 1) * height()}px`;
      const strip = document.createElement('div');
      const button = document.createElement('button');
      strip.className = kind;
      button.className = kind;
      button.type = 'button';
      button.textContent = SIGNS[kind];
      button.tabIndex = marks.childElementCount === 0 ? 0 : -1;
      button.dataset.line = line;
      button.title = [...said].join('\n');
      button.setAttribute('aria-label', `${say('line')} ${line}: ${[...said].join('; ')}`);
      button.addEventListener('click', () => show(finding));
      for (const its of [strip, button]) its.style.top = top;
      strips.append(strip);
      marks.append(button);
    }
    // An empty bar of tools is none.
    marks.hidden = marks.childElementCount === 0;
    scrolled();
  }

  function show(finding) {
    for (const its of report.querySelectorAll('.found')) its.classList.remove('found');
    finding.classList.add('found');
    finding.tabIndex = -1;
    finding.focus({ preventScroll: true });
    finding.scrollIntoView({ block: 'center' });
  }

  // ---- Judging

  // What was unfolded stays so, and the report stays where it was read.
  function put(answer) {
    const pane = report.parentElement;
    const name = (details) => details.querySelector('summary').textContent.replace(/\d+/g, '');
    const open = new Set([...report.querySelectorAll('details[open]')].map(name));
    const scroll = pane.scrollTop;
    report.innerHTML = trusted.createHTML(answer);
    for (const details of report.querySelectorAll('details')) details.open = open.has(name(details));
    for (const picture of report.querySelectorAll('svg.kanta-picture')) {
      picture.style.minWidth = `${Number(picture.getAttribute('width')) * 0.85}px`;
    }
    pane.scrollTop = scroll;
    report.classList.remove('old');
    const sentence = report.querySelector('.sentence');
    const counts = [...report.querySelectorAll('.counts div')].slice(0, 2);
    const parts = counts.map((its) => `${its.querySelector('dd').textContent} ${its.querySelector('dt').textContent}`);
    told([sentence ? sentence.lastChild.textContent.trim() : '', ...parts].join(' · '));
    mark();
  }

  async function judge() {
    if (asking) asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    report.classList.add('old');
    const slow = setTimeout(() => told(say('judging')), 600);
    try {
      const answer = await post('/check', signal);
      const said = await answer.text();
      if (signal.aborted) return;
      if (answer.ok) put(said);
      else told(trouble(answer));
    } catch (error) {
      if (!signal.aborted) told(say('gone'));
    } finally {
      clearTimeout(slow);
    }
  }

  function changed() {
    number();
    at('unsaved').hidden = text.value === saved;
    clearTimeout(timer);
    timer = setTimeout(judge, PAUSE);
  }

  // ---- Saving

  function save(name, kind, content) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([content], { type: kind }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  function savePlan() {
    save(file, 'application/toml', text.value.replaceAll('\n', ends));
    saved = text.value;
    at('unsaved').hidden = true;
  }

  async function saveReport() {
    try {
      const answer = await post('/report');
      if (answer.ok) save(file.replace(/\.toml$/, '') + '.html', 'text/html', await answer.text());
      else told(trouble(answer));
    } catch (error) {
      told(say('gone'));
    }
  }

  // ---- The page

  function speak() {
    document.documentElement.lang = language();
    for (const its of document.querySelectorAll('[data-word]')) its.textContent = say(its.dataset.word);
    for (const its of document.querySelectorAll('[data-label]')) its.setAttribute('aria-label', say(its.dataset.label));
    document.title = `${file} – ${say('title')}`;
  }

  // To the line with a finding behind the caret, or before it.
  function step(back) {
    const here = text.value.slice(0, text.selectionStart).split('\n').length;
    const all = [...marks.children].map((its) => Number(its.dataset.line));
    const next = back ? all.findLast((line) => line < here) : all.find((line) => line > here);
    const line = next ?? (back ? all.at(-1) : all[0]);
    if (line) goTo(line, 1);
  }

  function walk(event) {
    const all = [...marks.children];
    const to = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    const here = all.indexOf(document.activeElement);
    if (to === undefined || here < 0) return;
    event.preventDefault();
    const next = all[Math.min(all.length - 1, Math.max(0, here + to))];
    for (const its of all) its.tabIndex = its === next ? 0 : -1;
    next.focus({ preventScroll: true });
  }

  async function begin() {
    words = await (await fetch('/words.json')).json();
    speak();
    let answer;
    try {
      answer = await ask('/plan');
    } catch (error) {
      return told(say('gone'));
    }
    if (!answer.ok) return told(trouble(answer));
    const plan = await answer.json();
    file = plan.name === '-' ? 'plan.toml' : plan.name.split(/[\\/]/).at(-1);
    at('name').textContent = file;
    at('language').value = plan.lang;
    at('day').value = plan.on || '';
    ends = plan.text.includes('\r\n') ? '\r\n' : '\n';
    text.value = plan.text;
    saved = text.value;
    text.readOnly = false;
    for (const id of ['save-plan', 'save-report']) at(id).disabled = false;
    speak();
    number();
    judge();
  }

  text.addEventListener('input', changed);
  text.addEventListener('scroll', scrolled);
  marks.addEventListener('keydown', walk);
  marks.addEventListener('focusin', (event) => bring(Number(event.target.dataset.line)));
  report.addEventListener('click', (event) => {
    const place = event.target.closest('button.place');
    if (place) goTo(Number(place.dataset.line), Number(place.dataset.column));
  });
  at('language').addEventListener('change', () => {
    speak();
    judge();
  });
  at('day').addEventListener('change', judge);
  at('save-plan').addEventListener('click', savePlan);
  at('save-report').addEventListener('click', saveReport);
  text.addEventListener('keydown', (event) => {
    if (event.key === 'F8') {
      event.preventDefault();
      step(event.shiftKey);
    }
  });
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's' && saved !== null) {
      event.preventDefault();
      savePlan();
    }
  });
  window.addEventListener('beforeunload', (event) => {
    if (saved !== null && text.value !== saved) event.preventDefault();
  });
  begin();
})();
