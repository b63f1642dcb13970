import type { NextConfig } from 'next'

const development = process.env.NODE_ENV === 'development'
const server = 'http://127.0.0.1:8000'

const config: NextConfig = {
  reactStrictMode: true,
  // `npm run lint` does it, with the rooms' arrows.
  eslint: { ignoreDuringBuilds: true },
  poweredByHeader: false,
  trailingSlash: true,
  images: { unoptimized: true },
  // The Python server serves the exported files and the API on one port; only `next dev` needs to find it.
  ...(development
    ? {
        rewrites: () =>
          Promise.resolve(
            ['/api/:path*', '/readyz', '/healthz', '/page.json'].map((source) => ({
              source,
              destination: server + source,
            })),
          ),
        skipTrailingSlashRedirect: true,
      }
    : { output: 'export' }),
}

export default config
