export { type RobotCategoryId, robotCategories, robotCategoryIds } from './categories.ts'
export { type TaskId, taskIds, tasks } from './task-table.ts'
