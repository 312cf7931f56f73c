/**
 * What some work costs this process, in milliseconds of processor time over all its threads. Where a machine is busy
 * with other things, work lasts longer and costs the same, so this is what a bound on work is held against. Each file
 * has its process to itself while it runs.
 */
export async function costOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  return since(before)
}

/** The least of some runs of work without waiting: what else this process may have to do then is not counted. */
export function leastCost(work: () => unknown, runs = 5): number {
  const costs = Array.from({ length: runs }, () => {
    const before = process.cpuUsage()
    work()
    return since(before)
  })
  return Math.min(...costs)
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
