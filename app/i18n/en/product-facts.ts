import type { Shape } from '../translate.ts'
import type { product as zh } from '../zh/product-facts.ts'

export const product = {
  diff: {
    title: 'Versions compared',
    titleOf: '{name}: version {n} against others',
    published: 'Version {n}, published on {time}',
    unpublished: 'Version {n}, not published yet',
    choose: 'Choose the version to compare with',
    with: 'Compare with',
    compare: 'Compare',
    only: 'There is only this version, and nothing to compare it with.',
    specs: 'Specifications',
    specsNote_one: '{n} specification differs',
    specsNote_other: '{n} specifications differ',
    sameSpecs: 'Both versions state the same specifications.',
    words: 'Everything else',
    sameWords: 'Both versions say the same otherwise.',
    kind: 'Change',
    evidence: 'Evidence',
    field: 'Content',
    added: 'Added',
    removed: 'Removed',
    changed: 'Changed',
    up: 'Evidence stronger',
    down: 'Evidence weaker',
    nothing: 'Not filled in',
  },
} satisfies Shape<typeof zh>
