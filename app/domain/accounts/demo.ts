/** The one password of all demo people; demo sign-ins exist only with demo data. */
export const demoPassword = 'robot-plus-demo'
