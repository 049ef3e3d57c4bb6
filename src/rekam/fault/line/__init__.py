"""Lines emulated in user space: two TUN devices in network namespaces, and between them rate, delay, loss, outages."""
