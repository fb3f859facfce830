/** Whether a request is for a list of users. */
export const isUsersList = ({ url }: Request): boolean => new URL(url).pathname.endsWith('/v1/users')
