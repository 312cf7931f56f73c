export { type RobotCategory, type RobotCategoryId, robotCategories, robotCategoryIds } from './categories.ts'
export { type Task, type TaskId, taskIds, tasks } from './task-table.ts'
