'use strict';
// The page reads without this: it adds the search, folds all examples at once, and unfolds them for print.
(() => {
  const find = (selector, root = document) => [...root.querySelectorAll(selector)];
  const input = document.getElementById('search');
  const found = document.getElementById('found');
  const examples = find('.example');
  const groups = find('.rule, .feature, .capability');
  const others = find('.glance, .folding, .alarming, #promised, #targets, #glossary, #history');
  const text = (element) => element.textContent.toLowerCase();
  // An example is found by its own words and by those around it.
  const around = new Map(groups.map((group) => [group, find(':scope > h2, :scope > h3, :scope > h4, :scope > .story', group)
    .map(text).join(' ')]));
  const words = new Map(examples.map((example) => {
    let all = text(example);
    for (let at = example.parentElement; at; at = at.parentElement) all += ' ' + (around.get(at) || '');
    return [example, all];
  }));
  const links = find('.topics ul a').map((link) => [link, document.getElementById(link.hash.slice(1))]);
  const few = 12; // that are worth opening

  function highlight(parts) {
    if (!window.Highlight) return;
    CSS.highlights.delete('found');
    if (!parts.length) return;
    const ranges = [];
    for (const example of examples.filter((shown) => !shown.hidden)) {
      const walker = document.createTreeWalker(example, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const value = node.data.toLowerCase();
        for (const part of parts) {
          for (let at = value.indexOf(part); at >= 0; at = value.indexOf(part, at + part.length)) {
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + part.length);
            ranges.push(range);
          }
        }
      }
    }
    CSS.highlights.set('found', new Highlight(...ranges));
  }

  function search() {
    const parts = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const example of examples) {
      example.hidden = !parts.every((part) => words.get(example).includes(part));
      if (!example.hidden) count++;
    }
    for (const group of groups) group.hidden = parts.length > 0 && !group.querySelector('.example:not([hidden])');
    for (const other of others) other.hidden = parts.length > 0;
    for (const [link, target] of links) link.parentElement.hidden = Boolean(target && target.hidden);
    if (parts.length && count <= few) examples.forEach((example) => { example.open = !example.hidden; });
    document.getElementById('none').hidden = !parts.length || count > 0;
    found.textContent = parts.length ? `${count} of ${examples.length} scenarios` : '';
    find('.elsewhere').forEach((link) => { link.hash = '?' + encodeURIComponent(input.value); });
    highlight(parts);
  }

  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const example = target && target.closest('.example');
    if (example) {
      if (example.hidden) { input.value = ''; search(); }
      example.open = true;
      target.scrollIntoView();
    }
  }

  find('[hidden]:not(#none)').forEach((element) => { element.hidden = false; });
  input.addEventListener('input', search);
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    } else if (event.key === 'Escape' && event.target === input) {
      input.value = '';
      search();
    }
  });
  document.getElementById('unfold').addEventListener('click', () => examples.forEach((example) => { example.open = true; }));
  document.getElementById('fold').addEventListener('click', () => examples.forEach((example) => { example.open = false; }));
  // What was opened is in the address, to be sent on.
  examples.forEach((example) => example.firstElementChild.addEventListener('click', () => {
    if (!example.open) history.replaceState(null, '', '#' + example.id);
  }));
  const current = new IntersectionObserver((entries) => entries.forEach((entry) => {
    const [link] = links.find(([, target]) => target === entry.target);
    if (entry.isIntersecting) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }), { rootMargin: '-10% 0px -85% 0px' });
  links.forEach(([, target]) => current.observe(target));
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = find('details').filter((details) => !details.open);
    closed.forEach((details) => { details.open = true; });
  });
  addEventListener('afterprint', () => closed.forEach((details) => { details.open = false; }));
  addEventListener('hashchange', reveal);
  if (location.hash.startsWith('#?')) {
    input.value = decodeURIComponent(location.hash.slice(2));
    search();
  }
  reveal();
})();
