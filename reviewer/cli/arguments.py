"""What the command line may say, and how it is told what is wrong with it."""

from __future__ import annotations

import argparse
from typing import NoReturn

from reviewer.errors import ReviewerError

HELP = """\
政府信息公开工作年度报告审核

用法：
  reviewer [文件…]                      打开窗口
  reviewer check 路径… [选项]           核对报告；路径可以是文件或文件夹，
                                        多份报告之间还比对有无雷同，
                                        同一单位前后两年的数字是否衔接
      --json                            只输出一个 JSON 对象
      --text                            在 JSON 中附上全文
      --xlsx 位置                       写出审核表；多份报告时为文件夹
      --previous 文件                   与这份上一年度的报告比对
      --encoding 编码                   按指定编码读取文本和网页，如 GBK、Big5
  reviewer rules                        列出核对规则：内置的和自有的，级别，是否停用
      --lint                            检查规则有无矛盾、多余、不起作用的
  reviewer forms                        列出各年度的格式
  reviewer sample 文件夹                复制样例报告
  reviewer --version | --help

退出状态：0 没有错误级问题；1 有错误级问题；2 有文件不能读取或写入。
"""

_WORDS = {
    "the following arguments are required: ": "缺少",
    "unrecognized arguments: ": "不认识的参数 ",
    "expected one argument": "后面缺少内容",
    "argument ": "参数 ",
}
"""argparse's words for what may go wrong here, and the user's."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in the user's language."""

    def __init__(self) -> None:
        super().__init__(add_help=False, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """End with what is wrong and the usage."""
        for theirs, ours in _WORDS.items():
            message = message.replace(theirs, ours)
        raise ReviewerError(f"命令行有误：{message}。", f"\n\n{HELP}")
