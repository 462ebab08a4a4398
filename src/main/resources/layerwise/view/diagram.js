(() => {
// A drawing on the page: its parts open and shut, explain themselves, and mark what is chosen in a table.
const bind = root => {
const image = root.querySelector('img');
const text = decodeURIComponent(image.src.slice(image.src.indexOf(',') + 1));
const svg = document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true);
const network = svg.dataset.network, state = new Map(), all = s => [...svg.querySelectorAll(s)];
const num = (e, a) => +e.getAttribute(a);
const add = (parent, name, attributes, words) => {
const e = document.createElementNS(svg.namespaceURI, name);
for (const a in attributes) e.setAttribute(a, attributes[a]);
if (words) e.textContent = words;
return parent.appendChild(e);
};
image.replaceWith(svg);
svg.style.cssText = 'display:block;max-width:100%;height:auto;min-width:' + Math.min(num(svg, 'width'), 420) + 'px';
svg.setAttribute('role', 'group');
const tip = root.appendChild(document.createElement('div'));
tip.className = 'lw-tip';
tip.setAttribute('role', 'tooltip');
tip.style.cssText = 'display:none;position:absolute;z-index:9;pointer-events:none;white-space:pre-wrap;max-width:340px;padding:6px 9px;border-radius:6px;font:12px/1.4 sans-serif;background:#1f2937;color:#f9fafb;box-shadow:0 1px 4px #0006';
// Where things stood before anything was shut.
const items = all('rect,text,path').map(e => [e, num(e, 'y'), num(e, 'height'), e.getAttribute('d')]);
const height = num(svg, 'height'), width = num(svg, 'width');
const units = all('.u').map(u => {
const r = u.querySelector('rect'), y = num(r, 'y');
return {u, x: num(r, 'x') + num(r, 'width'), a: y + 20, b: y + num(r, 'height'), top: y, copies: (u.dataset.copies || '').split('//'), head: u.querySelector('text').textContent};
});
const of = e => units.find(one => one.u === e);
const path = (d, f) => d.replace(/([MV])(-?\d+,)?(-?\d+)/g, (_, c, x, y) => c + (x || '') + f(+y));
const last = p => p.slice(p.lastIndexOf('/') + 1);
const dress = () => all('[data-path]').forEach(e => {
const t = e.querySelector(':scope>title');
if (t) { e.setAttribute('aria-label', t.textContent); t.remove(); }
e.setAttribute('role', 'button');
if (!e.hasAttribute('tabindex')) e.setAttribute('tabindex', -1);
});
const shown = e => { for (let p = e.parentNode; p !== svg; p = p.parentNode) if (p.style.display === 'none') return false; return true; };
const boxes = () => all('[data-path]').filter(shown);
const draw = () => {
all('.copy').forEach(e => e.remove());
const ops = [];
const f = (y, e) => ops.reduce((r, o) => r + (o.all && o.all.contains(e) ? 0 : y >= o.b ? o.add : o.shut && y > o.a ? o.a - y : 0), y);
[...units].sort((p, q) => (p.b - p.top) - (q.b - q.top)).forEach(one => {
const s = state.get(one), inner = ops.filter(o => o.top >= one.top && o.b <= one.b);
one.tall = one.b - one.top + inner.reduce((r, o) => r + o.add, 0);
one.u.querySelector('.i').style.display = s === 'shut' ? 'none' : '';
one.u.querySelector('text').textContent = s === 'all' ? last(one.copies[0]) : one.head;
if (s === 'shut') {
inner.forEach(o => ops.splice(ops.indexOf(o), 1));
ops.push({top: one.top, a: one.a, b: one.b, shut: 1, add: one.a - one.b});
} else if (s === 'all') ops.push({all: one.u, top: one.top, b: one.b, add: (one.copies.length - 1) * (one.tall + 34)});
});
items.forEach(([e, y, h, d]) => {
if (d) e.setAttribute('d', path(d, v => f(v, e)));
else e.setAttribute('y', f(y, e));
if (h && !e.parentNode.classList.contains('b')) e.setAttribute('height', f(y + h, e) - f(y, e));
});
units.forEach(one => state.get(one) === 'all' && copies(one, f));
svg.setAttribute('height', f(height));
svg.setAttribute('viewBox', '0 0 ' + width + ' ' + f(height));
units.forEach(one => one.u.setAttribute('aria-expanded', state.get(one) !== 'shut'));
dress();
const every = boxes();
if (!every.some(e => e.tabIndex === 0) && every[0]) every[0].setAttribute('tabindex', 0);
};
// A unit once more for each of its copies, one below the other.
const copies = (one, f) => {
const d = one.u.dataset, words = d.words ? JSON.parse(d.words) : [], bottom = f(one.top) + one.tall, rep = one.copies[0];
let after = one.u;
one.copies.slice(1).forEach((name, i) => {
const dy = (i + 1) * (one.tall + 34), g = one.u.cloneNode(true), slots = [...g.querySelector('.i').querySelectorAll('[aria-label],text')].filter(t => !t.classList.contains('k')), row = words[i] || [];
slots.forEach((t, k) => {
const label = t.tagName !== 'text', was = label ? t.getAttribute('aria-label') : t.textContent, is = row[k] || was.split(rep).join(name);
if (label) t.setAttribute('aria-label', is); else t.textContent = is;
});
g.querySelectorAll('[data-path]').forEach(e => { e.dataset.path = name + e.dataset.path.slice(rep.length); e.setAttribute('tabindex', -1); });
g.querySelectorAll('.k').forEach(e => e.remove());
g.dataset.path = name;
g.setAttribute('class', 'u copy');
g.setAttribute('transform', 'translate(0,' + dy + ')');
g.setAttribute('aria-label', name);
g.setAttribute('tabindex', -1);
g.classList.remove('lw-marked');
delete g.dataset.copies;
g.querySelector('text').textContent = last(name);
const start = bottom - one.tall - 34, end = start + 34;
add(g, 'path', {class: 'e', d: 'M' + d.out + ',' + start + 'V' + (start + 24) + 'H' + d.in + 'V' + end});
add(g, 'path', {class: 'h', d: 'M' + d.in + ',' + end + 'l-3,-6h6z'});
add(g, 'text', {class: 'l', x: +d.out + 6, y: start + 18}, i && words[i - 1] ? words[i - 1][words[i - 1].length - 1] || d.shape : d.shape);
after.after(g);
after = g;
});
};
const toggle = (one, to) => { state.get(one) === to ? state.delete(one) : state.set(one, to); draw(); };
units.forEach(one => {
const key = (x, sign, to) => {
const k = add(one.u, 'text', {class: 'k', x, y: one.top + 14}, sign);
items.push([k, one.top + 14, 0, null]);
k.style.cursor = 'pointer';
add(k, 'title', {}, to === 'shut' ? 'shut or open (space)' : 'draw each, or one for all (right, left)');
k.addEventListener('click', event => { event.stopPropagation(); toggle(one, to); });
};
if (one.u.dataset.shut) {
key(one.x - 14, '±', 'shut');
if (one.copies.length > 1) key(one.x - 30, '⇕', 'all');
}
});
// The contract with tables: one event for both, by network and path.
const choose = e => document.dispatchEvent(new CustomEvent('layerwise-select', {detail: {network, path: e.dataset.path}}));
const find = p => {
const every = boxes(), up = q => q.includes('/') ? q.slice(0, q.lastIndexOf('/')) : '';
for (let q = p; q; q = up(q)) {
let e = every.find(b => b.dataset.path === q) || every.find(b => up(b.dataset.path) === up(q) && (b.dataset.also || '').split(' ').includes(last(q)));
for (const one of units) {
const name = !e && one.copies.find(c => c && (q === c || q.startsWith(c + '/')));
if (name) { const r = one.copies[0] + q.slice(name.length); e = every.find(b => b.dataset.path === r) || every.find(b => up(b.dataset.path) === up(r) && (b.dataset.also || '').split(' ').includes(last(r))) || one.u; }
}
e = e || every.find(b => b.dataset.path.startsWith(q + '/'));
if (e) return e;
}
};
const clear = () => all('.lw-marked').forEach(e => e.classList.remove('lw-marked'));
const listen = event => {
if (!root.isConnected) return document.removeEventListener('layerwise-select', listen);
if (event.detail.network !== network) return;
clear();
const e = find(event.detail.path);
if (e) { e.classList.add('lw-marked'); e.scrollIntoView({block: 'nearest', inline: 'nearest'}); }
};
document.addEventListener('layerwise-select', listen);
const say = e => {
tip.style.display = 'none';
if (!e) return;
tip.textContent = e.getAttribute('aria-label');
tip.style.display = 'block';
const b = e.querySelector('rect').getBoundingClientRect(), r = root.getBoundingClientRect();
const y = e.classList.contains('u') ? b.top + 24 : b.bottom + 6;
tip.style.top = y - r.top + root.scrollTop + 'px';
tip.style.left = Math.max(0, Math.min(b.left - r.left, r.width - tip.offsetWidth - 4)) + root.scrollLeft + 'px';
};
const hit = event => event.target.closest('[data-path]');
svg.addEventListener('mouseover', event => say(hit(event)));
svg.addEventListener('mouseleave', () => say());
svg.addEventListener('focusin', event => say(hit(event)));
svg.addEventListener('focusout', () => say());
svg.addEventListener('click', event => { const e = hit(event); if (e) { go(e); choose(e); } });
const go = e => { all('[tabindex="0"]').forEach(o => o.setAttribute('tabindex', -1)); e.setAttribute('tabindex', 0); e.focus(); };
svg.addEventListener('keydown', event => {
const e = hit(event), one = e && of(e), every = boxes(), at = every.indexOf(e), k = event.key;
if (!e) return;
if (k === 'ArrowDown' && every[at + 1]) go(every[at + 1]);
else if (k === 'ArrowUp' && every[at - 1]) go(every[at - 1]);
else if (k === 'Home') go(every[0]);
else if (k === 'End') go(every[every.length - 1]);
else if (k === 'Enter') choose(e);
else if (k === ' ' && one && one.u.dataset.shut) toggle(one, 'shut');
else if (k === 'ArrowLeft' && one && one.u.dataset.shut && state.get(one) !== 'shut') toggle(one, state.get(one) || 'shut');
else if (k === 'ArrowRight' && one && one.u.dataset.shut && state.get(one) !== 'all') { if (state.get(one)) toggle(one, 'shut'); else if (one.copies.length > 1) toggle(one, 'all'); }
else if (k === 'Escape') { clear(); say(); }
else return;
event.preventDefault();
event.stopPropagation();
});
draw();
};
const start = () => document.querySelectorAll('.lw-diagram:not([data-on])').forEach(root => {
if (!root.querySelector('img')) return;
root.dataset.on = 1;
bind(root);
});
start();
[0, 300].forEach(wait => setTimeout(start, wait));
})();
