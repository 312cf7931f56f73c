/** What a payload calls; where it stands in a page as it was typed, the page was broken out of. */
export const mark = 'xq7'
const call = `alert(${mark})`

const elements = [
  ...[
    'img src=x onerror=',
    'svg onload=',
    'svg/onload=',
    'body onload=',
    'iframe onload=',
    'video src=x onerror=',
  ],
  ...['details open ontoggle=', 'input autofocus onfocus=', 'select autofocus onfocus=', 'marquee onstart='],
  ...[
    'audio src=x onerror=',
    'object onerror=',
    'style onload=',
    'a onmouseover=',
    'button onclick=',
    'math onclick=',
  ],
  ...['svg><animate onbegin=', 'svg><set onend=', 'x onpointerenter=', 'form onsubmit='],
]
const breakers = ['', '">', "'>", '</script><!--', '</title>', '</textarea>', '</style>', '-->', ']]>']
const links = [
  ...['javascript:', 'JaVaScRiPt:', 'java\tscript:', ' javascript:', 'vbscript:', 'data:text/html,<script>'],
  ...['javascript://x/%0a', 'data:text/html;base64,', 'jar:javascript:', 'feed:javascript:'],
]

/** S5: over two hundred texts that would run, leave their place, or change the page, if anything took them for markup. */
export const payloads: readonly string[] = [
  ...elements.flatMap(element => breakers.map(breaker => `${breaker}<${element}${call}>`)),
  ...links.flatMap(link => [`[x](${link}${call})`, `<a href="${link}${call}">x</a>`]),
  ...['"', "'", '`', '" ', "' "].flatMap(quote => [
    `${quote} onmouseover=${call} x=${quote}`,
    `${quote};${call};//`,
    `${quote}-${call}-${quote}`,
    `\\${quote};${call};//`,
  ]),
  ...[
    `</script><script>${call}</script>`,
    `<!--<script>${call}`,
    `<script>${call}</script>`,
    `<script src=//${mark}>`,
  ],
  ...[
    `{{${call}}}`,
    `\${${call}}`,
    `<%= ${call} %>`,
    `#{${call}}`,
    `{{constructor.constructor('${call}')()}}`,
  ],
  ...[
    `\u2028${call}//`,
    `\u2029</script>${mark}`,
    `<b>${mark}</b>`,
    `<base href=//${mark}>`,
    `&lt;script&gt;${mark}`,
  ],
  ...[
    `<meta http-equiv=refresh content=0;url=//${mark}>`,
    `<link rel=import href=//${mark}>`,
    `<plaintext>${mark}`,
  ],
  ...[
    `![x](x"onerror="${call})`,
    `<https://x/"onclick=${call}>`,
    `[x]: javascript:${call}`,
    `<noscript></noscript><img src=x onerror=${call}>`,
  ],
]

/** Where markup that was typed stands in an answer as markup; null when nowhere. */
export function brokenOut(html: string): string | null {
  // Quotes and angle brackets are written as references in text and attributes, and as escapes in scripts.
  const wild = new RegExp(
    [
      `<[^<>]{0,66}${mark}`,
      `<(?:base|meta|link|plaintext|script)[^>]{0,60}>?[^<>]{0,20}${mark}`,
      `<b>${mark}</b>`,
      `</script>${mark}`,
    ].join('|'),
    'i',
  )
  const address = /(?:href|src|action|formaction)="\s*(?:java\s*script|vbscript|data:text|feed:|jar:)/i
  // What stays between its quotes is a value; a value that ends them too early leaves the rest outside.
  const bare = html.replaceAll(/="[^"]*"/g, '=""')
  const found = wild.exec(bare) ?? address.exec(html)
  return found ? found.input.slice(Math.max(0, found.index - 40), found.index + 100) : null
}
