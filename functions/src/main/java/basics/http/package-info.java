/** What every handler needs of HTTP: the proxy event in, the proxy response out, problems, one log line a request. */
@NullMarked
package basics.http;

import org.jspecify.annotations.NullMarked;
