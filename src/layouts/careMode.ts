/**
 * The one inline script of every page, fixed so that the policy can name its hash: before anything is painted it
 * sets 关怀版 from `?care=` or from what this device remembers, and it answers the switch.
 */
export const careMode = `(()=>{let r=document.documentElement,k='care',m=new URLSearchParams(location.search).get(k),s;try{s=localStorage}catch{}
let set=o=>{o?r.dataset.mode=k:delete r.dataset.mode;try{o?s.setItem(k,1):s.removeItem(k)}catch{}document.querySelectorAll('[data-care]').forEach(b=>b.setAttribute('aria-pressed',o))};
let on;try{on=s.getItem(k)}catch{}set(m===null?!!on:m==='1');
addEventListener('DOMContentLoaded',()=>set(r.dataset.mode===k));
addEventListener('click',e=>{if(e.target.closest('[data-care]'))set(r.dataset.mode!==k)})})()`
