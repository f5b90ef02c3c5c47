import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: {
    // A table that scrolls must take the keyboard's focus: a labelled region with tabindex 0.
    warningFilter: ({ code }) => code !== 'a11y_no_noninteractive_tabindex'
  },
  kit: {
    adapter: adapter({ out: 'build', precompress: true }),
    typescript: {
      config: (config) => {
        config.include.push('../*.config.ts', '../tests/**/*.ts', '../scripts/**/*.ts');
        return config;
      }
    },
    csp: {
      mode: 'auto',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        // The router's announcer carries one fixed style attribute; this is its hash.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self'],
        'frame-ancestors': ['none']
      }
    }
  }
};
