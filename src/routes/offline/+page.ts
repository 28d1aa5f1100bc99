// The shell the service worker answers every navigation with; it is routed by the address that was asked for.
export const prerender = true;
