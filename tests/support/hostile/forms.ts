import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const services = new URL('../../../app/services/', import.meta.url)

/** Every schema that a file of `services` exports, by file and name: what verbs, forms and the API are read with. */
export async function allForms(): Promise<{ name: string; schema: z.ZodType }[]> {
  const files = readdirSync(fileURLToPath(services), { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('.ts'),
  )
  const modules = await Promise.all(
    files.map(async file => ({ file, exported: await import(new URL(file, services).href) })),
  )
  return modules.flatMap(({ file, exported }) =>
    Object.entries(exported).flatMap(([name, schema]) =>
      schema instanceof z.ZodType ? [{ name: `${file} ${name}`, schema }] : [],
    ),
  )
}

/** The names that a form's fields may have; none for a schema that is no object. */
export function fieldsOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodPipe) return [schema.in, schema.out].flatMap(side => fieldsOf(side as z.ZodType))
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(option => fieldsOf(option as z.ZodType))
  return []
}
