/** Where the proxy leaves the path and query that was asked for; what a client sends under it is overwritten. */
export const PATH_HEADER = "x-voorrang-path";
