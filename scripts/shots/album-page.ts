/** The page of an album: all its pictures, and what is wrong with each, sieved by surface, screen, state, look and size. */
export interface Shot {
  readonly surface: string
  readonly screen: string
  readonly state: string
  /** Language, and how it is held. */
  readonly look: string
  readonly size: string
  /** From the album's folder. */
  readonly file: string
  readonly width: number
  readonly faults: readonly string[]
}

const sieves = ['surface', 'screen', 'state', 'look', 'size'] as const satisfies readonly (keyof Shot)[]

export function pageOf(shots: readonly Shot[]): string {
  const choices = sieves.map(sieve => {
    const words = [...new Set(shots.map(shot => shot[sieve]))]
    return `<label>${sieve} <select name="${sieve}"><option value="">all</option>${words
      .map(word => `<option>${plain(word)}</option>`)
      .join('')}</select></label>`
  })
  return `<!doctype html><meta charset="utf-8"><title>唱名 Changming</title><style>${style}</style>
<form>${choices.join(' ')} <label><input type="checkbox" name="faults"> faults only</label> <output></output></form>
<main>${shots.map(figure).join('\n')}</main><script>${script}</script>`
}

function figure(shot: Shot): string {
  const { file, width, faults } = shot
  const said = faults.map(fault => `<li>${plain(fault)}</li>`).join('')
  const data = sieves.map(sieve => `data-${sieve}="${plain(shot[sieve])}"`).join(' ')
  return `<figure ${data} style="width:${Math.min(width, 420)}px"><a href="${plain(file)}"><img src="${plain(file)}" loading="lazy" alt=""></a>
<figcaption>${plain(sieves.map(sieve => shot[sieve]).join(' · '))}${said && `<ul>${said}</ul>`}</figcaption></figure>`
}

const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const style = `body{margin:16px;background:#111;color:#ddd;font:14px system-ui}main{display:flex;flex-wrap:wrap;gap:12px}
form{position:sticky;top:0;padding:8px 0;background:#111}figure{margin:0}figure[hidden]{display:none}img{width:100%}ul{margin:0;color:#f88}`

/** What is chosen stays in the address, so that a sieve can be sent to somebody. */
const script = `const form=document.querySelector('form'),all=[...document.querySelectorAll('figure')]
function sieve(){const asked=Object.fromEntries([...new FormData(form)].filter(([,word])=>word));let shown=0
for(const one of all){one.hidden=Object.entries(asked).some(([name,word])=>name==='faults'?!one.querySelector('li'):one.dataset[name]!==word);if(!one.hidden)shown++}
form.querySelector('output').value=shown+' of '+all.length;history.replaceState(null,'','#'+new URLSearchParams(asked))}
for(const [name,word] of new URLSearchParams(location.hash.slice(1))){const field=form.elements[name];if(field)field.type==='checkbox'?field.checked=true:field.value=word}
form.addEventListener('change',sieve);sieve()`
