import type { Shape } from '../translate.ts'
import type { product as zh } from '../zh/product.ts'

export const product = {
  list: {
    title: 'Products',
    disclosed: '{n} / {total} key facts disclosed',
  },
  mine: {
    untitled: 'Untitled draft',
  },
  fact: {
    category: 'Kind of robot',
    domains: 'Domains',
    tasks: 'Tasks',
    maturity: 'Maturity',
    trl: 'TRL {n}',
    trlTerm: 'Technology readiness',
    trlText: 'TRL {n} of 9',
    forms: 'Forms of cooperation',
    regions: 'Service regions',
    model: 'Model',
  },
  price: {
    open: 'On request',
    byForm: '{form}: {price}',
    unit: {
      band: '{unit} {from} to {to} per unit',
      wide: '{from} to {to} per unit',
      from: 'from {from} per unit',
      to: 'up to {to} per unit',
      one: '{from} per unit',
    },
    month: {
      band: '{unit} {from} to {to} per unit a month',
      wide: '{from} to {to} per unit a month',
      from: 'from {from} per unit a month',
      to: 'up to {to} per unit a month',
      one: '{from} per unit a month',
    },
  },
} satisfies Shape<typeof zh>
