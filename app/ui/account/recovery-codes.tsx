import { groupsOfFour } from '#domain/accounts/second-factor.ts'
import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { PrintButton } from '../primitives/print-button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { AccountFrame } from './frame.tsx'

/** 恢复码, shown this once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useT()
  return (
    <AccountFrame own title={t('account.factor.title')}>
      <Alert tone="blue" title={t('account.factor.codesTitle')}>
        <p>{t('account.factor.codesText')}</p>
        <ol className="codes">
          {codes.map(code => (
            <li key={code}>
              <code>{groupsOfFour(code)}</code>
            </li>
          ))}
        </ol>
      </Alert>
      <Actions>
        <ButtonLink href={paths.desk()}>{t('account.factor.codesDone')}</ButtonLink>
        <PrintButton />
      </Actions>
    </AccountFrame>
  )
}
