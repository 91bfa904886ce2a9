/** HTTP for all handlers: proxy event, proxy response, problem documents, and a log line for each request. */
@NullMarked
package basics.http;

import org.jspecify.annotations.NullMarked;
