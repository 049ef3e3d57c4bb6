// node server.mjs FOLDER: an independent tus server over a folder; writes its port.
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'

const server = new Server({ path: '/files', datastore: new FileStore({ directory: process.argv[2] }) })
const http = server.listen({ host: '127.0.0.1', port: 0 }, () => console.log(http.address().port))
