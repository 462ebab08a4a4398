// Every table that is not awake yet; the attribute that says so also keeps JupyterLab's shortcuts off its keys.
// Without "<" and "&", because the script stands in well-formed markup. t table, n network, b body, r rows, h heads.
document.querySelectorAll('.lw:not([data-lm-suppress-shortcuts])').forEach(t=>{
let n=t.dataset.network,b=t.tBodies[0],r=[...b.rows],h=[...t.tHead.rows[0].cells],
// The text of a cell, as a number where it is one.
v=(w,i)=>w.cells[i].textContent.replace(/,/g,'').replace('−','-'),
// A click or Enter does f, arrows go to the row or head beside.
a=(c,f)=>{c.onclick=f;c.onkeydown=e=>{
let s={ArrowDown:c.nextElementSibling,ArrowUp:c.previousElementSibling}[e.key];
if(s)s.focus();else if(e.key=='Enter')f();else return;
e.preventDefault();e.stopPropagation()}};
t.dataset.lmSuppressShortcuts=1;
// Numbers and shapes the largest first, words from a to z; then the other way round; then as they were.
h.forEach((c,i)=>{let k=0,d=c.style.textAlign?1:-1;c.tabIndex=0;c.ariaSort='none';
a(c,()=>{k=c.ariaSort=='none'?1:k==1?2:0;let s=k==1?d:-d;
h.forEach(x=>x.ariaSort='none');
if(k)c.ariaSort=s==1?'ascending':'descending';
b.append(...k?[...r].sort((x,y)=>(x=v(x,i),y=v(y,i),s*(parseFloat(x)-parseFloat(y)||x.localeCompare(y,'en',{numeric:1})))):r)})});
if(!n)return;
// One stop for Tab in the whole table; what a row is, it tells the page.
r.forEach(w=>{let path=w.dataset.path=w.cells[0].textContent;w.dataset.network=n;w.tabIndex=w==r[0]?0:-1;
w.onfocus=()=>r.forEach(x=>x.tabIndex=x==w?0:-1);
a(w,()=>document.dispatchEvent(new CustomEvent('layerwise-select',{detail:{network:n,path,row:1}})))});
// The rows of a path and of all inside, else the nearest around it; what a row told does not scroll other tables.
document.addEventListener('layerwise-select',({detail:{network,path,row}})=>{if(network!=n||!t.isConnected)return;
let p=w=>w.dataset.path+'/',q=path+'/',m=r.filter(w=>p(w).startsWith(q));
if(!m[0])m=r.filter(w=>q.startsWith(p(w))).slice(-1);
r.forEach(w=>w.classList.toggle('lw-marked',m.includes(w)));
if(!row)m[0]?.scrollIntoView({block:'nearest'})})})
