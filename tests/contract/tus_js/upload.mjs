// node upload.mjs ENDPOINT FILE PACKET_ID CHUNK [STOP_AFTER [UPLOAD_URL]]
// Uploads a file with tus-js-client; with STOP_AFTER it gives up after so many bytes. Writes one line a response.
import { readFileSync } from 'node:fs'
import { Upload } from 'tus-js-client'

const [endpoint, path, packetId, chunk, stopAfter, uploadUrl] = process.argv.slice(2)
const upload = new Upload(readFileSync(path), {
  endpoint,
  uploadUrl: uploadUrl || null,
  chunkSize: Number(chunk),
  metadata: { packet_id: packetId },
  retryDelays: [50, 100, 200, 400, 400, 400],
  onAfterResponse(request, response) {
    const offset = response.getHeader('Upload-Offset')
    const from = request.getHeader('Upload-Offset')
    console.log(JSON.stringify({ method: request.getMethod(), status: response.getStatus(), from, offset }))
  },
  onChunkComplete(_size, accepted) {
    if (Number(stopAfter) && accepted >= Number(stopAfter)) {
      upload.abort().then(() => {
        console.log(JSON.stringify({ stopped: upload.url }))
        process.exit(0)
      })
    }
  },
  onSuccess() {
    console.log(JSON.stringify({ done: upload.url }))
    process.exit(0)
  },
  onError(error) {
    console.error(String(error))
    process.exit(1)
  },
})
upload.start()
