/** The routes of the template's REST API, with API Gateway's proxy events, limits and gateway responses. */
@NullMarked
package basics.embedded.gateway;

import org.jspecify.annotations.NullMarked;
