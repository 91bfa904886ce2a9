package basics.benchmark;

/** How functions reach DynamoDB: plainly, as on the embedded target, or over TLS, as on AWS. */
enum Transport {
    HTTP, TLS
}
