/**
 * The one inline script of every page, fixed so that the policy can name its hash: before anything is painted it sets
 * 关怀版 (`?care=1`, or what this device remembers), the remembered scheme (`light`, `dark`, or the system's) and
 * whether the reader's browser asks for little data; then it answers the switches `[data-care]` and `[data-scheme]`.
 * Once all is loaded it asks for what the head keeps in a noscript, the sheet for paper of a long page.
 */
export const appearance = `(()=>{let d=document.documentElement.dataset,at='lvzhi.',get=k=>{try{return localStorage.getItem(at+k)}catch{}},put=(k,v)=>{try{v?localStorage.setItem(at+k,v):localStorage.removeItem(at+k)}catch{}},
mark=(k,v)=>v?d[k]=v:delete d[k],press=()=>{document.querySelectorAll('[data-care]').forEach(b=>b.setAttribute('aria-pressed',d.mode==='care'));document.querySelectorAll('[data-scheme]').forEach(b=>b.setAttribute('aria-pressed',b.dataset.scheme===(d.theme||'')))},
care=o=>{mark('mode',o&&'care');put('care',o?1:'');press()},scheme=v=>{mark('theme',v);put('scheme',v);press()},
m=new URLSearchParams(location.search).get('care'),s=get('scheme');
mark('save',navigator.connection?.saveData&&'on');care(m===null?!!get('care'):m==='1');/^(light|dark)$/.test(s)&&mark('theme',s);
addEventListener('DOMContentLoaded',press);addEventListener('load',()=>{let n=document.querySelector('head noscript');n&&(n.outerHTML=n.textContent)});
addEventListener('click',e=>{let b=e.target.closest('[data-care],[data-scheme]');b&&('care'in b.dataset?care(d.mode!=='care'):scheme(b.dataset.scheme))})})()`
