import { type Bench, isFirstRun, median, startHouse } from './house.ts'

/** Time from `npm start` with an existing build and existing data to the first page. */
export const startBench: Bench = async print => {
  if (isFirstRun()) await (await startHouse()).stop()
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    const house = await startHouse()
    times.push(house.ms)
    await house.stop()
  }
  print('start to first page', `median ${Math.round(median(times))} ms (${times.map(Math.round).join(', ')})`)
  return true
}
