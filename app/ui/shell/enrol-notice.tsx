import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { useT } from './dictionary.tsx'
import { Wrap } from './frame.tsx'
import { Link } from './link.tsx'

/** Over every page of an officer who has no second factor yet: why nothing of the office is there. */
export function EnrolNotice() {
  const t = useT()
  return (
    <Wrap>
      <Alert tone="red" title={t('common.enrol')}>
        <Link href={paths.accountFactors()}>{t('common.enrolNow')}</Link>
      </Alert>
    </Wrap>
  )
}

/** The same where a password has reached its days; what the new one must be is said where it is typed, too. */
export function RenewNotice({ here }: { here: boolean }) {
  const t = useT()
  return (
    <Wrap>
      <Alert tone="red" title={t('common.renew')}>
        {t('common.renewRule')} {!here && <Link href={paths.accountPassword()}>{t('common.renewNow')}</Link>}
      </Alert>
    </Wrap>
  )
}
