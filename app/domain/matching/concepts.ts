import { conceptTerms } from '../ontology/concept-terms.ts'
import { compile, detect } from '../ontology/detect.ts'
import type { ConceptFinder } from './text.ts'

const table = compile(conceptTerms)

/** The ontology's places, things and traits as the text model's concepts. */
export const ontologyConcepts: ConceptFinder = text => detect(table, text).map(finding => finding.id)
