import type { Shape } from '../translate.ts'
import type { product as zh } from '../zh/product-prices.ts'

export const product = {
  prices: {
    purchase: {
      title: 'Price to buy',
      unit: '10,000 CNY',
      hint: 'Per unit, with tax; blank shows as “On request”',
    },
    rental: {
      title: 'Rent',
      unit: 'CNY a month',
      hint: 'Per unit and month, with tax; blank shows as not disclosed',
    },
    raas: {
      title: 'Service fee',
      unit: 'CNY a month',
      hint: 'For robots as a service, brought to one unit and month with tax, so that offers compare; say in the summary what is counted (tasks, hours, shifts). Blank shows as not disclosed',
    },
    field: {
      priceFromFen: 'Price per unit, low',
      priceToFen: 'Price per unit, high',
      rentalFromFen: 'Rent, low',
      rentalToFen: 'Rent, high',
      raasFromFen: 'Service fee, low',
      raasToFen: 'Service fee, high',
    },
  },
} satisfies Shape<typeof zh>
