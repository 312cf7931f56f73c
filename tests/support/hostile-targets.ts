const evil = 'evil.example'

/** S4: sixty ways to make a redirect lead elsewhere. */
export const hostileTargets: readonly string[] = [
  ...[
    `https://${evil}`,
    `http://${evil}`,
    `HTTPS://${evil}`,
    `https:${evil}`,
    `https:/${evil}`,
    `ftp://${evil}`,
  ],
  ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)'],
  ...[
    '\u0001javascript:alert(1)',
    ' javascript:alert(1)',
    'javascript://x/%0aalert(1)',
    'vbscript:msgbox(1)',
  ],
  ...['data:text/html,<script>alert(1)</script>', `blob:https://${evil}/1`, `view-source:https://${evil}`],
  ...[
    `//${evil}`,
    `///${evil}`,
    `////${evil}`,
    `//${evil}/%2f..`,
    `//${evil}@platform.test`,
    `//platform.test@${evil}`,
  ],
  ...[
    `/\\${evil}`,
    `\\\\${evil}`,
    `\\/${evil}`,
    `/\\/${evil}`,
    `/\\\\${evil}`,
    `/%5c${evil}`,
    `/%255c${evil}`,
  ],
  ...[`%2f%2f${evil}`, `/%2f${evil}`, `/%2F${evil}`, `/%252f${evil}`, `/%25252f${evil}`, `%252f%252f${evil}`],
  ...[
    `/\t/${evil}`,
    `/\n/${evil}`,
    `/\r/${evil}`,
    `\t//${evil}`,
    `/%09/${evil}`,
    `/%0a/${evil}`,
    `/%0d/${evil}`,
  ],
  ...[`/.//${evil}`, `/..//${evil}`, `/a/..//${evil}`, `/%2e//${evil}`, `/%2e%2e//${evil}`, `/./%2f${evil}`],
  ...['/%0d%0aLocation:%20https://evil.example', `/\r\nLocation: https://${evil}`, `/%00/${evil}`, `/\u0000`],
  ...[`/\u0085/${evil}`, `${evil}`, `.${evil}`, `@${evil}`, `:80@${evil}`, `?next=//${evil}`, '/%ff', '/%zz'],
]
