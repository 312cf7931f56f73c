import type { LoaderFunctionArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RiskInquiry } from '#domain/risk/inquiry.ts'
import { readQuery } from '#http/query-form.ts'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { asked, Picker, type PickerProps } from '#ui/risk/picker.tsx'
import { speakChoices, speakPack } from '#ui/risk/speak.ts'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('risk.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, () => {
    const { value, typed, errors: found } = readQuery(args, RiskInquiry)
    // A link may name some of the four; what is still to be chosen is no mistake.
    const errors = asked.every(name => name in typed) ? found : null
    const t = speakTo(args.request)
    const page: PickerProps = {
      choices: speakChoices(t),
      typed,
      submission: errors,
      items: value && speakPack(t, value),
    }
    return data(page, { status: errors ? 422 : 200 })
  })
}

export default function RiskPicker() {
  return <Picker {...useLoaderData<typeof loader>()} />
}
