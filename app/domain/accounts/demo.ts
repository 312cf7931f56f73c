/** The one password of all demo people; demo sign-ins exist only with demo data. */
export const demoPassword = 'robot-plus-demo'

/** What the one-button forms of a demo send; the password is added where it is read. */
export const demoPersonField = 'person'
