import { z } from 'zod'
import { EstimateResponse } from '#domain/rewards/estimate-shape.ts'
import * as shapes from './api-shapes.ts'

const schemas = {
  SearchAnswer: shapes.SearchAnswer,
  ScenarioList: shapes.ScenarioList,
  Scenario: shapes.ScenarioDetail,
  ProductList: shapes.ProductList,
  Product: shapes.ProductDetail,
  CatalogList: shapes.CatalogList,
  CatalogEntry: shapes.EntryDetail,
  RewardEstimate: EstimateResponse,
  Problem: shapes.Problem,
}

interface Operation {
  summary: string
  params?: z.ZodObject
  answer: keyof typeof schemas
}

const reads: Record<string, Operation> = {
  '/api/v1/search': {
    summary: 'Search scenarios, products or catalog entries',
    params: shapes.SearchParams,
    answer: 'SearchAnswer',
  },
  '/api/v1/scenarios': {
    summary: 'Public scenarios, open calls before reported cases',
    params: shapes.ScenarioParams,
    answer: 'ScenarioList',
  },
  '/api/v1/scenarios/{id}': { summary: 'One public scenario', answer: 'Scenario' },
  '/api/v1/products': {
    summary: 'Public products in their published versions',
    params: shapes.ProductParams,
    answer: 'ProductList',
  },
  '/api/v1/products/{id}': { summary: 'One public product', answer: 'Product' },
  '/api/v1/catalog': {
    summary: 'Catalog entries, from the public notice on',
    params: shapes.CatalogParams,
    answer: 'CatalogList',
  },
  '/api/v1/catalog/{id}': { summary: 'One catalog entry with its measured results', answer: 'CatalogEntry' },
}

/** OpenAPI 3.1 of the read API, made from the shapes that its answers are parsed with. */
export function apiDocument(origin: string): Record<string, unknown> {
  const paths = Object.fromEntries(
    Object.entries(reads).map(([path, operation]) => [path, { get: operationOf(path, operation) }]),
  )
  return {
    openapi: '3.1.0',
    info: {
      title: '机器人+ 场景供需对接平台: read API',
      version: '1',
      description:
        'Public things only, without sign-in. Errors are RFC 9457 problem JSON; `reason` is stable. Money is in whole 分, moments are UTC.',
    },
    servers: [{ url: origin }],
    paths: { ...paths, '/api/v1/rewards/estimate': { post: estimate() } },
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, shape]) => [name, jsonSchema(shape)])),
    },
  }
}

function operationOf(path: string, { summary, params, answer }: Operation) {
  const hasId = path.endsWith('{id}')
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }
  const failures = { ...(hasId && { 404: problem('Unknown, or not public') }), ...(params && unfit) }
  return {
    summary,
    parameters: hasId ? [id] : params ? parametersOf(params) : [],
    responses: { 200: json('The answer', answer), ...failures },
  }
}

function estimate() {
  const list = { type: 'array', items: { type: 'object' } }
  return {
    summary: 'First-trial reward: verdicts, ceilings and traces of a list of claims',
    requestBody: {
      required: true,
      description: 'The JSON that `npm run reward` reads; `npm run reward -- --schema` prints its schema',
      content: { 'application/json': { schema: list } },
    },
    responses: { 200: json('One result for each claim', 'RewardEstimate'), ...unfit },
  }
}

const reference = (name: keyof typeof schemas) => ({ $ref: `#/components/schemas/${name}` })

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: reference('Problem') } },
})
const unfit = { 422: problem('A parameter or the body is not as described') }

const json = (description: string, name: keyof typeof schemas) => ({
  description,
  content: { 'application/json': { schema: reference(name) } },
})

function parametersOf(params: z.ZodObject) {
  const described = z.object(params.shape)
  const { properties = {} } = jsonSchema(described)
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !params.shape[name]?.safeParse(undefined).success,
    schema,
  }))
}

function jsonSchema(shape: z.ZodType) {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { target: 'draft-2020-12' })
  return schema
}
