/** The least that Yoga can do: answers a constant, with nothing of ours around it. Run as a process of its own. */
import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';

if (import.meta.main) {
  const yoga = createYoga({
    schema: createSchema({
      typeDefs: 'type Query { constant: String! }',
      resolvers: { Query: { constant: () => 'constant' } },
    }),
    graphiql: false,
    landingPage: false,
    logging: false,
  });
  const server = createServer(yoga);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address !== null && typeof address !== 'string') console.log(`http://127.0.0.1:${address.port}`);
  });
}
